import type { CellFacts, CellStep } from '@/lib/domain/quality/arbitration/cell-step'
import { cellStep } from '@/lib/domain/quality/arbitration/cell-step'
import type { ArbiterDecision } from '@/lib/domain/quality/arbitration/decision'
import type { ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import { requiredScores, type Agreement } from './agreed-score'
import type { Cell } from './cells'
import type { BoardSettings, MethodCard } from './settings'

/** What was agreed on for a cell, by the one rule that also decides what is next for it while the study runs. */
export function agreementOf(cell: Cell, settings: BoardSettings): Agreement {
  const step = stepOf(cell, settings)
  if (step.step === 'agreed' || step.step === 'decided') return { status: 'agreed', value: step.value }
  return { status: step.step === 'await_ratings' ? 'incomplete' : 'needs_arbitration' }
}

/** Where a cell stands. */
export function stepOf(cell: Cell, { method, criteria }: BoardSettings): CellStep {
  const { minimum: min = 0, maximum: max = 1, step = 1 } = criteria[cell.criterion] ?? {}
  const facts = factsOf(cell, { method, decision: cell.decision && decidedBy(cell.decision) })
  return cellStep(facts, { terms: termsOf(method), scale: { min, max, step } })
}

/** What a number depends on. Whether anybody could still be asked is no part of it. */
export function factsOf(
  { scores, ratings, extras, cannotJudge }: Cell,
  { method, decision }: { method: MethodCard; decision: ArbiterDecision | null },
): CellFacts {
  const isExtra = new Set(extras)
  return {
    ratings: scores.map((value, place) => {
      const ratingId = ratings[place] ?? ''
      return { ratingId, value, extra: isExtra.has(ratingId) }
    }),
    // An extra rating does not stand in for one of the k that is missing.
    required: requiredScores(method, cannotJudge) + extras.length,
    pendingExtras: 0,
    someoneLeft: true,
    decision,
  }
}

/** Terms of a release from before disputes were settled have no extra ratings to settle by, and need none. */
export function termsOf({ ratingsPerTask, rule, toleranceSteps, arbitration }: MethodCard): ArbitrationTerms {
  const { unit = 'steps', settled_by = 'majority', extra_ratings = 0 } = arbitration ?? {}
  const tolerance = toleranceSteps === null ? null : { unit, value: toleranceSteps }
  return { ratings: ratingsPerTask, tolerance, rule, settled_by, extra_ratings, last: 'inspector' }
}

/** A decision as far as a number depends on it: who was there, and what was said, is not in a ratings file. */
function decidedBy({ by, value }: NonNullable<Cell['decision']>): ArbiterDecision {
  if (by === 'inspector') return { by, value, cause: null, inspectorId: '' }
  return { by, value, cause: null, minutes: '', present: [] }
}
