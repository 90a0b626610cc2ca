import { indexDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import {
  checkKinds,
  REPEAT_DISTANCE,
  totalRate,
  type CheckCounts,
  type CheckKind,
  type CheckRates,
} from './check-kind'
import { choicesAt, isCheckSlot, type CheckSeed } from './check-slots'

/** What was handed out to a rater in a study so far, plain data. */
export type CheckHistory = {
  /** Assignments of any kind, whatever became of them: the position of the next one. */
  assignments: number
  checks: CheckCounts
}

export const noHistory: CheckHistory = { assignments: 0, checks: { gold: 0, repeat: 0, degraded: 0 } }

export type PlacementFacts = {
  /** Whether there is live work for the rater: a check alone would give itself away. */
  hasLive: boolean
  /**
   * Candidates that look like the live task whose turn it is: as many outputs, the same language and presentation, none
   * that the rater has seen. For `repeat`, own live tasks of `REPEAT_DISTANCE` or more assignments ago, not repeated
   * yet.
   */
  eligible: CheckCounts
}

export type PlacementTerms = { rates: CheckRates; seed: CheckSeed }

export type Placement =
  | { kind: 'live' }
  /** `index`: which of the eligible candidates, 0 … eligible − 1, in an order that does not change. */
  | { kind: CheckKind; index: number }

/**
 * What a rater's next assignment is, a pure function of the rater's own history. All kinds together come at a constant
 * rate: where one has no candidate (repeats at the start, gold at the end) the others take its turns. Which kind it is
 * goes by what is behind its rate, so that each holds its share.
 */
export function placeCheck(
  history: CheckHistory,
  { hasLive, eligible }: PlacementFacts,
  { rates, seed }: PlacementTerms,
): Placement {
  if (!hasLive || !isCheckSlot(seed, history.assignments, totalRate(rates))) return { kind: 'live' }
  const kinds = checkKinds.filter((kind) => rates[kind] > 0 && eligible[kind] > 0)
  const random = choicesAt(seed, history.assignments)
  const kind = chosen(kinds, { history, rates }, random)
  return kind ? { kind, index: indexDraw(eligible[kind], random) } : { kind: 'live' }
}

/** The history after an assignment was handed out. */
export function afterPlacement({ assignments, checks }: CheckHistory, { kind }: Placement): CheckHistory {
  const counted = kind === 'live' ? checks : { ...checks, [kind]: checks[kind] + 1 }
  return { assignments: assignments + 1, checks: counted }
}

/** Whether an own task of that position may come again now. */
export function isRepeatable(position: number, { assignments }: CheckHistory): boolean {
  return assignments - position >= REPEAT_DISTANCE
}

/** By lot, each kind weighted by how many it lacks; by its rate where none lacks any. */
function chosen(
  kinds: readonly CheckKind[],
  { history, rates }: { history: CheckHistory; rates: CheckRates },
  random: Random,
): CheckKind | null {
  const due = history.assignments + 1
  const lacking = kinds.map((kind) => Math.max(0, rates[kind] * due - history.checks[kind]))
  const isAnyLacking = lacking.some((count) => count > 0)
  const weights = isAnyLacking ? lacking : kinds.map((kind) => rates[kind])
  let left = uniformDraw(random) * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, kind] of kinds.entries()) {
    left -= weights[index] ?? 0
    if (left <= 0) return kind
  }
  return kinds.at(-1) ?? null
}
