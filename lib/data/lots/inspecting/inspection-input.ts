import { z } from 'zod'
import { inspectionInput } from '@/lib/domain/quality/spot-check/inspection'
import { judgeRating } from '@/lib/domain/rating/rating'
import type { Criterion } from '@/lib/domain/study/rubric'
import { UserError } from '@/lib/domain/user-error'

/**
 * What an inspector's desk sends: scores by criterion, for the one output shown. The rules of a lot know of hard rules, but
 * no rubric can name any yet, so none can be broken: an error is then a difference and nothing else.
 */
export const inspectionSent = z
  .object({ inspectionId: z.uuid(), idempotencyKey: z.string().min(8).max(100) })
  .and(inspectionInput)
  .superRefine(({ cannotJudge, hardRulesBroken }, context) => {
    const length = cannotJudge?.length ?? 0
    if (length > 500)
      context.addIssue({
        code: 'custom',
        path: ['cannotJudge'],
        message: `${length} characters came, expected at most 500.`,
      })
    if (hardRulesBroken.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['hardRulesBroken'],
        message: `${hardRulesBroken.length} came, expected none: this rubric has no hard rules.`,
      })
  })
export type InspectionSent = z.infer<typeof inspectionSent>

/**
 * Every criterion scored on its scale, unless the output cannot be judged. As at the rater's desk, but that no level asks
 * for a comment: an inspector's desk has none.
 *
 * @throws UserError `invalid` with a sentence per field
 */
export function requireComplete(criteria: readonly Criterion[], sent: InspectionSent): void {
  const plain = criteria.map(({ id, scale }) => ({ id, scale: { ...scale, levels: [] } }))
  const judgement = judgeRating(
    { labels: ['A'], criteria: plain },
    {
      scores: { A: sent.scores },
      comments: {},
      cannotJudge: sent.cannotJudge === null ? {} : { task: sent.cannotJudge },
      dwellMs: 0,
    },
  )
  if (judgement.kind !== 'refused') return
  const fields = Object.fromEntries(
    Object.entries(judgement.fields).map(([field, problem]) => [
      field.replace('scores.A.', 'scores.'),
      problem,
    ]),
  )
  throw new UserError('invalid', 'The inspection is not complete.', { fields })
}
