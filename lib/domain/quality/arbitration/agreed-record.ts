import { canonicalJson } from '@/lib/domain/leaderboard/canonical-json'
import type { CellFacts, CellStep } from './cell-step'
import type { ArbiterDecision } from './decision'
import type { ArbitrationTerms } from './terms'

/** A rating that says nothing for the score, and why: `outlying` and `arbitrated` come from here, others from before. */
export type NotCounting = { ratingId: string; value: number | null; reason: string }

/** An agreed score with where it comes from: enough to follow any number back to the ratings behind it. */
export type AgreedRecord = {
  /** From 1; a changed score is a new version, and nothing is overwritten. */
  version: number
  status: 'agreed' | 'needs_arbitration' | 'incomplete'
  value: number | null
  by: 'rule' | 'majority' | 'nearest' | 'inspector' | 'meeting' | null
  rule: ArbitrationTerms['rule']
  tolerance: ArbitrationTerms['tolerance']
  counting: { ratingId: string; value: number }[]
  notCounting: NotCounting[]
  /** Null where the ratings agreed at once. */
  arbitration: { extraRatings: number; decision: ArbiterDecision | null } | null
  rubricVersion: number
}

type Told = {
  facts: CellFacts
  step: CellStep
  terms: ArbitrationTerms
  /** Ratings of the cell that do not count, with the reason from the record: excluded, superseded, check … */
  notCounting: readonly NotCounting[]
  rubricVersion: number
}

/** The record of a cell as it stands, but for its version. */
export function recordOf({
  facts,
  step,
  terms,
  notCounting,
  rubricVersion,
}: Told): Omit<AgreedRecord, 'version'> {
  const { value, by, counting, outlying, reason } = outcomeOf(facts, step)
  const extraRatings = facts.ratings.filter(({ extra }) => extra).length
  const isArbitrated = extraRatings > 0 || step.step === 'decided'
  return {
    status: value !== null ? 'agreed' : step.step === 'await_ratings' ? 'incomplete' : 'needs_arbitration',
    value,
    by,
    rule: terms.rule,
    tolerance: terms.tolerance,
    counting: counting.map(({ ratingId, value: given }) => ({ ratingId, value: given })),
    notCounting: [
      ...outlying.map(({ ratingId, value: given }) => ({ ratingId, value: given, reason })),
      ...notCounting,
    ],
    arbitration: isArbitrated ? { extraRatings, decision: facts.decision } : null,
    rubricVersion,
  }
}

function outcomeOf({ ratings }: CellFacts, step: CellStep) {
  if (step.step === 'agreed') {
    const { value, counting, outlying, by } = step
    return { value, by: by === 'all' ? ('rule' as const) : by, counting, outlying, reason: 'outlying' }
  }
  // A person's decision replaces the ratings: they stay on record and count no more.
  if (step.step === 'decided')
    return { value: step.value, by: step.decision.by, counting: [], outlying: ratings, reason: 'arbitrated' }
  return { value: null, by: null, counting: ratings, outlying: [], reason: '' }
}

/** The next version of a cell's record; null where nothing has changed. */
export function nextVersion(
  previous: AgreedRecord | null,
  record: Omit<AgreedRecord, 'version'>,
): AgreedRecord | null {
  if (!previous) return { version: 1, ...record }
  const next = { version: previous.version, ...record }
  const isAlike = next.value === previous.value && next.status === previous.status
  if (isAlike && canonicalJson(next) === canonicalJson(previous)) return null
  return { ...next, version: previous.version + 1 }
}
