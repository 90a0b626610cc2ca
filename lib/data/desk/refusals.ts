import { judgeRating, type Judgement, type RatingInput } from '@/lib/domain/rating/rating'
import { labelOf } from '@/lib/domain/rating/blind-task'
import { UserError } from '@/lib/domain/user-error'
import type { Loaded } from './load-sql'
import type { KnownRubric } from './rubrics'

/** Why a rater's ratings are not taken now; the draft stays on the rater's device. */
const halted: Record<string, string> = {
  paused: 'Your ratings in this study are paused; your draft is kept.',
  excluded: 'You no longer take part in this study; your draft is kept.',
  calibrating: 'A calibration comes first; your draft is kept.',
  finished: 'Your part in this study is over; your draft is kept.',
  invited: 'You have not entered this study yet; your draft is kept.',
}

/** @throws UserError `closed`, `conflict` or `lease_lost` where an assignment takes no rating any more */
export function refuseIfOver({ kind, status, state, enrolment }: Loaded): void {
  const takesWork = state === 'open' || state === 'paused'
  if (!takesWork) throw new UserError('closed', 'This study takes no more ratings.')
  if (status === 'submitted') throw new UserError('conflict', 'This task was rated already.')
  const needed = kind === 'calibration' ? 'calibrating' : 'active'
  if (enrolment !== needed) {
    throw new UserError('closed', halted[enrolment] ?? 'This calibration is over; nothing of it is missing.')
  }
  if (status !== 'leased')
    throw new UserError('lease_lost', 'This task went back to the pool; your draft is kept.')
}

/** What the rating says, or all that is wrong with it at once. */
export function judged(
  loaded: Loaded,
  rubric: KnownRubric,
  input: RatingInput,
): Exclude<Judgement, { kind: 'refused' }> {
  const labels = loaded.outputIds.map((_, index) => labelOf(index))
  const judgement = judgeRating({ labels, criteria: rubric.criteria }, input)
  if (judgement.kind !== 'refused') return judgement
  throw new UserError('invalid', 'The rating is not complete.', { fields: judgement.fields })
}

export const otherBody = () => new UserError('conflict', 'This idempotency key was used for another rating.')
