import { computeBoard } from '@/lib/data/releases/compute-board'
import type { Board, BoardRow, Gate } from '@/lib/domain/leaderboard/board'
import { UserError } from '@/lib/domain/user-error'
import { operator } from '@/lib/server/operator'
import { defineCommand, UsageError } from './command'
import { seedFrom } from './seed-flag'

const usage = 'leaderboard <slug> [--method absolute] [--seed <n>]'

export const command = defineCommand({
  name: 'leaderboard',
  usage,
  options: { method: { type: 'string' }, seed: { type: 'string' } },
  async run({ values, positionals: [slug] }) {
    if (!slug) throw new UsageError(usage)
    const seed = seedFrom(values.seed, usage)
    if (values.method !== undefined && values.method !== 'absolute') {
      throw new UserError('unsupported', `The method "${values.method}" is not built yet; there is absolute.`)
    }
    const board = await computeBoard(await operator(), slug, { seed })
    return { json: board, text: textOf(board) }
  },
})

const shown = (value: number | null) => (value === null ? '–' : value.toFixed(3))

function rowText({ rank, rankRange, name, score, low, high, n }: BoardRow): string {
  const range = rankRange ? `${rankRange[0]}–${rankRange[1]}` : ''
  return [rank ?? '–', range, name, shown(score), `[${shown(low)}, ${shown(high)}]`, `n ${n}`].join('\t')
}

function gateText({ id, value, threshold, passed }: Gate): string {
  const wanted = threshold === null ? 'shown only' : `threshold ${threshold}`
  return `${passed ? 'passed' : 'NOT PASSED'}\t${id}\t${shown(value)}\t${wanted}`
}

function textOf({ rows, gates, caveats }: Board): string {
  const notes = caveats.map(({ id, count }) => `note\t${id}${count === null ? '' : `\t${count}`}`)
  return [...rows.map(rowText), '', ...gates.map(gateText), ...notes].join('\n')
}
