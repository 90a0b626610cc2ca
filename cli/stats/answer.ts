import type { Figure, Interval, Undefined } from '@/lib/stats/figure'

/** How much a figure rests on. */
export type Size = { items: number; raters: number; ratings: number }

export type Answer = {
  measure: string
  n: Size
  value: number | null
  low: number | null
  high: number | null
  /** Why there is no value; null where there is one. */
  reason: string | null
  details: Record<string, unknown>
}

export const severalFigures = 'one figure for each of several, in the details'

/** Reasons of the command line's own. */
type OwnReason = 'see-details' | 'one-group' | 'no-number'

type Extra = Partial<Interval> & { details?: Record<string, unknown> }

/** What a measure found, before its name and its size are put beside it. */
export type Finding = (Figure | { value: null; reason: OwnReason }) & Extra

/** Of a measure that gives a figure for each item, rater or model. */
export const seeDetails = (details: Record<string, unknown>): Finding => ({
  value: null,
  reason: 'see-details',
  details,
})

const reasons: Record<Undefined | OwnReason, string> = {
  'one-group': 'there is one group only, and nothing to compare it with',
  'see-details': severalFigures,
  'no-number': 'no number of items is enough',
  'no-ratings': 'there is no rating',
  'no-pairs': 'no item has two ratings, so that nothing can be compared',
  constant: 'all values are equal, so that agreement by chance or spread cannot be told',
  'too-few-items': 'there are too few items',
  'too-few-raters': 'there are too few raters',
  incomplete: 'no item was rated by each rater',
  'not-converged': 'the fit did not come to rest',
  unbounded: 'the maximum lies at infinity',
  confounded: 'what standing on the left is worth cannot be told from the strengths',
  disconnected: 'raters or models fall into groups that were never compared',
}

export function answerOf(measure: string, n: Size, { value, reason, low, high, details }: Finding): Answer {
  return {
    measure,
    n,
    value,
    low: low ?? null,
    high: high ?? null,
    reason: reason && reasons[reason],
    details: details ?? {},
  }
}

export const reasonText = (reason: Undefined): string => reasons[reason]
