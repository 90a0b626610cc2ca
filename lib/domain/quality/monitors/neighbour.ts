import type { ComparedCell } from './monitor-event'
import { meansOf, type Moments } from './moments'
import { nothingYet, readingOf, type Looking, type Reading } from './signal'

/**
 * How much more often a rater gave an output the score of its left neighbour than the others gave these two outputs the
 * same score: outputs that are alike explain themselves away. Per task: pairs of neighbours, and the sum over pairs of
 * (1 or 0) − the others' share. Null where no pair was scored by anybody else.
 */
export function neighbourParts(cells: readonly ComparedCell[]): number[] | null {
  let [pairs, excess] = [0, 0]
  const latest = new Map<string, ComparedCell>()
  for (const right of cells) {
    const left = latest.get(right.criterion)
    latest.set(right.criterion, right)
    if (left?.position !== right.position - 1) continue
    let [both, same] = [0, 0]
    right.others.forEach((score, other) => {
      const leftScore = left.others[other] ?? null
      if (score === null || leftScore === null) return
      both += 1
      if (score === leftScore) same += 1
    })
    if (both === 0) continue
    pairs += 1
    excess += (right.score === left.score ? 1 : 0) - same / both
  }
  return pairs === 0 ? null : [pairs, excess]
}

/** Excess share of equal neighbours, −1 … 1: 0 is like the others. */
export function neighbourOf(moments: Moments, looking: Looking): Reading {
  if (moments.n === 0) return nothingYet(0)
  const [pairs = 1, excess = 0] = meansOf(moments)
  const value = excess / pairs
  return readingOf(moments, { value, gradient: [-value / pairs, 1 / pairs] }, looking)
}
