import { z } from 'zod'
import { shareSequence } from './beta-mixture'
import type { RatedCell } from './monitor-event'
import { nothingYet, type Looking, type Reading } from './signal'

const LAGS = [2, 3, 4, 5, 6, 7, 8] as const
const LONGEST = 8

/** Cycles in the scores of each criterion, in the order in which they were given. */
export const pattern = z.object({
  /** Tasks in which some score changed from the one before. */
  n: z.number(),
  /** Per lag the sum over those tasks of the share of changes that lead back to the score of `lag` cells before. */
  hits: z.array(z.number()),
  /** The last scores by criterion, the latest last. */
  recent: z.record(z.string(), z.array(z.number())),
})
export type Pattern = z.infer<typeof pattern>

export const noPattern = (): Pattern => ({ n: 0, hits: LAGS.map(() => 0), recent: {} })

export function withPattern(before: Pattern, cells: readonly RatedCell[]): Pattern {
  const recent = { ...before.recent }
  const back = LAGS.map(() => 0)
  let changes = 0
  for (const { criterion, score } of cells) {
    const past = recent[criterion] ?? []
    // Equal scores in a row fit every cycle: they are left to the run and the entropy.
    if (past.length === LONGEST && past.at(-1) !== score) {
      changes += 1
      LAGS.forEach((lag, at) => (back[at] = (back[at] ?? 0) + (past.at(-lag) === score ? 1 : 0)))
    }
    recent[criterion] = [...past.slice(1 - LONGEST), score]
  }
  if (changes === 0) return { ...before, recent }
  return { n: before.n + 1, hits: before.hits.map((sum, at) => sum + (back[at] ?? 0) / changes), recent }
}

/**
 * How regular a rater's changes of score are, 0 … 1: the share that leads back to the score of two to eight cells before,
 * for the period with the largest share. 1-2-3-4-5-1-… and 1-5-1-5-… are 1. The risk is split over the periods.
 */
export function patternOf({ n, hits }: Pattern, { risk }: Looking): Reading {
  if (n === 0) return nothingYet(0)
  const sum = Math.max(...hits)
  return { value: sum / n, n, interval: shareSequence({ sum, n }, Math.log(risk / LAGS.length)) }
}
