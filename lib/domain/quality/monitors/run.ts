import { z } from 'zod'
import type { RatedCell } from './monitor-event'

/** Identical scores one after the other, in the order in which cells were shown. */
export const run = z.object({
  last: z.number().nullable(),
  current: z.number(),
  longest: z.number(),
  cells: z.number(),
  /** Cells with the score of the cell before. */
  repeated: z.number(),
})
export type Run = z.infer<typeof run>

export const noRun = (): Run => ({ last: null, current: 0, longest: 0, cells: 0, repeated: 0 })

export function withRun(before: Run, cells: readonly RatedCell[]): Run {
  const after = { ...before }
  for (const { score } of cells) {
    const isSame = score === after.last
    after.current = isSame ? after.current + 1 : 1
    after.repeated += isSame ? 1 : 0
    after.longest = Math.max(after.longest, after.current)
    after.last = score
  }
  after.cells += cells.length
  return after
}

/** How often a cell takes the score of the cell before, 0 … 1; null before the second cell. */
export function repetitionOf({ cells, repeated }: Run): number | null {
  return cells < 2 ? null : repeated / (cells - 1)
}

/**
 * The shortest run that somebody who repeats a score with probability `repetition` at most has, ever, with no more than
 * `risk`. A run of L ends its growth at a given cell with probability at most (1 − p) pᴸ⁻¹; the cells n = 1, 2, … take
 * the shares 1 / (n(n + 1)) of the risk, which add up to 1, so that it holds under continuous looking.
 *
 * @param repetition in (0, 1)
 */
export function unlikelyRun(cells: number, repetition: number, risk: number): number {
  const odds = ((1 - repetition) * cells * (cells + 1)) / risk
  return 1 + Math.ceil(Math.log(odds) / -Math.log(repetition))
}
