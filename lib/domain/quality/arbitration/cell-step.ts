import type { ScaleShape } from '@/lib/domain/study/scale'
import type { ArbiterDecision } from './decision'
import { ruleOver } from './rule-over'
import { settledByMajority, settledByNearest, type Settled } from './settle'
import { toleranceOn, type ArbitrationTerms } from './terms'

/** A rating that counts in a cell. */
export type CellRating = {
  ratingId: string
  value: number
  /** Asked for by arbitration; not one of the k, nor in place of one that could not be judged or was excluded. */
  extra: boolean
}

/** All that is known of a cell; what is to happen follows from it and from nothing before. */
export type CellFacts = {
  /** Those that count, in order of arrival. */
  ratings: CellRating[]
  /** Ratings that the cell needs before it is compared: k, or what can be had (see `requiredScores`). */
  required: number
  /** Extra ratings that are asked for and not given yet. */
  pendingExtras: number
  /** Whether anybody is left who could be asked: has not rated the task, may see it, is not excluded. */
  someoneLeft: boolean
  /** A person's decision that stands. */
  decision: ArbiterDecision | null
}

export type CellStep =
  | { step: 'await_ratings'; missing: number }
  | ({ step: 'agreed'; by: 'all' | 'majority' | 'nearest' } & Settled<CellRating>)
  | { step: 'ask_extra' }
  | { step: 'await_extra' }
  | { step: 'decide'; who: ArbitrationTerms['last']; because: 'extras_used' | 'nobody_left' }
  | { step: 'decided'; value: number; decision: ArbiterDecision }

/**
 * What is next for a cell. In this order: a person's decision stands, whatever becomes of the ratings, as it is about the
 * output; too few ratings are waited for; ratings within the tolerance of each other agree; after each extra rating the
 * cell is settled where the terms say so; else one more rater is asked, up to the limit; then a person decides.
 *
 * @throws UserError `unsupported` for a rule that cannot be taken cell by cell
 */
export function cellStep(
  facts: CellFacts,
  { terms, scale }: { terms: ArbitrationTerms; scale: ScaleShape },
): CellStep {
  const { ratings, required, decision } = facts
  if (decision) return { step: 'decided', value: decision.value, decision }
  const missing = Math.max(1, required) - ratings.length
  if (missing > 0) return { step: 'await_ratings', missing }
  const tolerance = toleranceOn(terms, scale)
  const values = ratings.map(({ value }) => value)
  if (Math.max(...values) - Math.min(...values) <= tolerance)
    return {
      step: 'agreed',
      by: 'all',
      value: ruleOver(values, terms.rule),
      counting: [...ratings],
      outlying: [],
    }
  return settledByExtra(ratings, terms, tolerance) ?? whatIsLeft(facts, terms)
}

/** Only an extra rating settles a dispute: before it, two of three that agree are the very case that asks for one. */
function settledByExtra(
  ratings: readonly CellRating[],
  terms: ArbitrationTerms,
  tolerance: number,
): CellStep | null {
  const extras = ratings.filter(({ extra }) => extra)
  if (extras.length === 0) return null
  if (terms.settled_by === 'majority') {
    const settled = settledByMajority(ratings, terms, tolerance)
    return settled && { step: 'agreed', by: 'majority', ...settled }
  }
  const latestLast = [...ratings.filter(({ extra }) => !extra), ...extras]
  const within = terms.settled_by === 'nearest_within' ? tolerance : Infinity
  const settled = settledByNearest(latestLast, terms, within)
  return settled && { step: 'agreed', by: 'nearest', ...settled }
}

function whatIsLeft({ ratings, pendingExtras, someoneLeft }: CellFacts, terms: ArbitrationTerms): CellStep {
  if (pendingExtras > 0) return { step: 'await_extra' }
  const given = ratings.filter(({ extra }) => extra).length
  if (given >= terms.extra_ratings) return { step: 'decide', who: terms.last, because: 'extras_used' }
  return someoneLeft ? { step: 'ask_extra' } : { step: 'decide', who: terms.last, because: 'nobody_left' }
}
