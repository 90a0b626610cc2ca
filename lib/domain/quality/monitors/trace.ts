import { z } from 'zod'

const MOST_BLOCKS = 48

/** Residuals along a rater's work, in at most 48 blocks of equally many own tasks: the line beside the drift. */
export const trace = z.object({
  /** Own tasks per block. */
  width: z.number(),
  /** Compared tasks and the sum of their residuals, grades. */
  blocks: z.array(z.object({ n: z.number(), sum: z.number() })),
})
export type Trace = z.infer<typeof trace>

export const noTrace = (): Trace => ({ width: 5, blocks: [] })

/** With a task's residual in its block, or with `sign` −1 without it. Blocks double in width when there are too many. */
export function traced(before: Trace, at: { task: number; residual: number }, sign: 1 | -1): Trace {
  let { width, blocks } = before
  while (at.task > width * MOST_BLOCKS) {
    blocks = paired(blocks)
    width *= 2
  }
  const place = Math.floor((at.task - 1) / width)
  const after = blocks.slice()
  while (after.length <= place) after.push({ n: 0, sum: 0 })
  const block = after[place] ?? { n: 0, sum: 0 }
  after[place] = { n: block.n + sign, sum: block.sum + sign * at.residual }
  return { width, blocks: after }
}

function paired(blocks: Trace['blocks']): Trace['blocks'] {
  return Array.from({ length: Math.ceil(blocks.length / 2) }, (_, pair) => {
    const [one, other] = [blocks[2 * pair], blocks[2 * pair + 1]]
    return { n: (one?.n ?? 0) + (other?.n ?? 0), sum: (one?.sum ?? 0) + (other?.sum ?? 0) }
  })
}

/** Mean residual of each block, grades; null where nothing was compared yet. */
export function tracePoints({ blocks }: Trace): (number | null)[] {
  return blocks.map(({ n, sum }) => (n === 0 ? null : sum / n))
}
