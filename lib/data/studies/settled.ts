import { cellStep } from '@/lib/domain/quality/arbitration/cell-step'
import type { ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'

/** A cell beyond the tolerance with extra ratings: what counts in order of arrival, and which of it was asked for. */
export type ExtraRated = { step: number; values: number[]; extra: boolean[] }

/** Whether its extra ratings have settled such a cell. */
export function isSettled({ step, values, extra }: ExtraRated, terms: ArbitrationTerms): boolean {
  const facts = {
    ratings: values.map((value, place) => ({ ratingId: String(place), value, extra: extra[place] ?? false })),
    required: 1,
    pendingExtras: 0,
    someoneLeft: true,
    decision: null,
  }
  // P.910 takes all cells at once and gives none its own value: which ratings lie together does not depend on it.
  const rule = terms.rule === 'p910' ? 'median' : terms.rule
  return cellStep(facts, { terms: { ...terms, rule }, scale: { min: 0, max: step, step } }).step === 'agreed'
}
