import { agreedScore, type AgreementTerms } from '@/lib/domain/leaderboard/agreed-score'

/**
 * The rule over values that count, whatever their distance.
 *
 * @throws RangeError without a value
 * @throws UserError `unsupported` for a rule that cannot be taken cell by cell
 */
export function ruleOver(values: readonly number[], rule: AgreementTerms['rule']): number {
  const agreed = agreedScore(values, { rule, toleranceSteps: null, step: 1, required: 1 })
  if (agreed.status !== 'agreed') throw new RangeError('a cell without a rating has no agreed score')
  return agreed.value
}
