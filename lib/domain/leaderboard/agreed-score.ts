import { mean } from '@/lib/stats/descriptive/mean'
import { median } from '@/lib/stats/descriptive/median'
import { trimmedMean } from '@/lib/stats/descriptive/trimmed-mean'
import { UserError } from '@/lib/domain/user-error'
import type { MethodCard } from './settings'

export type Agreement =
  | { status: 'agreed'; value: number }
  | { status: 'needs_arbitration' }
  /** Fewer scores than the protocol asks for: no value, however well they agree. */
  | { status: 'incomplete' }

export type AgreementTerms = {
  rule: MethodCard['rule']
  toleranceSteps: number | null
  step: number
  /** Scores that a cell needs. */
  required: number
}

/**
 * The value that counts for one cell: the rule over the scores that count, where they lie within the tolerance of each
 * other; else it needs arbitration. The order of the scores does not matter.
 *
 * @throws UserError `unsupported` for a rule that is not built yet
 */
export function agreedScore(scores: readonly number[], terms: AgreementTerms): Agreement {
  if (scores.length === 0 || scores.length < terms.required) return { status: 'incomplete' }
  const ascending = scores.toSorted((a, b) => a - b)
  const spread = (ascending.at(-1) ?? 0) - (ascending[0] ?? 0)
  const tolerance = terms.toleranceSteps === null ? Infinity : terms.toleranceSteps * terms.step
  // A spread of 3 × 0.1 is within a tolerance of 0.3, whatever binary fractions say.
  if (spread > tolerance + 1e-9) return { status: 'needs_arbitration' }
  return { status: 'agreed', value: ruled(ascending, terms.rule) }
}

function ruled(ascending: number[], rule: AgreementTerms['rule']): number {
  if (rule === 'median') return median(ascending)
  if (rule === 'mean') return mean(ascending)
  if (rule === 'trimmed') return trimmedMean(ascending)
  throw new UserError('unsupported', 'The agreement rule p910 is not built yet; use median, mean or trimmed.')
}

/**
 * How many scores a cell needs: k, or as many as can be had where raters said that they cannot judge the output, but
 * never fewer than half of k (rounded up). Imported studies promise no k: one will do.
 */
export function requiredScores(
  { source, ratingsPerTask }: Pick<MethodCard, 'source' | 'ratingsPerTask'>,
  cannotJudge: number,
): number {
  if (source === 'imported') return 1
  return Math.max(Math.ceil(ratingsPerTask / 2), ratingsPerTask - cannotJudge)
}
