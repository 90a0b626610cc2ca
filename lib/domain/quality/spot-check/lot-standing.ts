import { unitKey, type UnitId } from './lot'
import type { LotPlan } from './lot-plan'
import type { LotSample } from './lot-sample'

/** A committed inspection: an error, none, or null where the unit could not be judged. */
export type UnitOutcome = UnitId & { error: boolean | null }

export type LotStanding = {
  /** `person_decides`: all that can be judged has been, and what cannot leaves the outcome open. */
  state: 'undecided' | 'passed' | 'failed' | 'person_decides'
  errors: number
  /** Units judged, errors included. */
  inspected: number
  notJudged: number
  /** Units still to be judged before the lot can pass. */
  left: number
  /** Errors with which the lot still passes. */
  accept: number
  /** What one more error does; null once the lot is decided. */
  nextError: 'allowed' | 'fails' | null
}

/**
 * Where a lot stands after the inspections so far. It fails with the first error beyond those allowed, as nothing can
 * save it then; it passes when its whole sample is judged (as ISO 2859-1 has it, so that the share shown is that of the
 * sample). A unit that cannot be judged is replaced from the reserve; where none is left it counts as a possible error,
 * and a person decides where that makes the difference.
 *
 * @param outcomes in the order of commitment; of two inspections of one unit the first counts
 */
export function lotStanding(plan: LotPlan, outcomes: readonly UnitOutcome[]): LotStanding {
  const first = firstOfEach(outcomes)
  const errors = first.filter(({ error }) => error === true).length
  const notJudged = first.filter(({ error }) => error === null).length
  const inspected = first.length - notJudged
  const judgeable = plan.lotSize - notJudged
  const left = Math.max(0, Math.min(plan.sample, judgeable) - inspected)
  const state = stateOf(plan, { errors, left, unknown: Math.max(0, plan.sample - judgeable) })
  const nextError = state !== 'undecided' ? null : errors >= plan.accept ? 'fails' : 'allowed'
  return { state, errors, inspected, notJudged, left, accept: plan.accept, nextError }
}

function stateOf(
  { accept }: LotPlan,
  { errors, left, unknown }: { errors: number; left: number; unknown: number },
): LotStanding['state'] {
  if (errors > accept) return 'failed'
  if (left > 0) return 'undecided'
  return errors + unknown <= accept ? 'passed' : 'person_decides'
}

/** The first inspection of each unit counts; a second one, say by another inspector, stays on record as that. */
export function firstOfEach<T extends UnitId>(outcomes: readonly T[]): T[] {
  const seen = new Set<string>()
  return outcomes.filter((outcome) => {
    const key = unitKey(outcome)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The units to inspect next, in order: what is drawn and not judged yet, then one from the reserve for each that could not be. */
export function unitsToInspect(sample: LotSample, plan: LotPlan, outcomes: readonly UnitOutcome[]): UnitId[] {
  const { left, state, notJudged } = lotStanding(plan, outcomes)
  if (state !== 'undecided') return []
  const done = new Set(outcomes.map(unitKey))
  const reach = [...sample.drawn, ...sample.reserve].slice(0, plan.sample + notJudged)
  return reach.filter((unit) => !done.has(unitKey(unit))).slice(0, left)
}
