import { judgeRating, type Judgement, type RatingInput } from '@/lib/domain/rating/rating'
import { labelOf } from '@/lib/domain/rating/blind-task'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import { isRunning } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import type { EnrolmentState } from '@/lib/data/generated/enums'
import type { Loaded } from './load-sql'
import type { KnownRubric } from './rubrics'

type Halted = { because: ClosedBecause; said: string }

/** Why a rater's ratings are not taken now; the draft stays on the rater's device. */
const halted: Record<EnrolmentState, Halted> = {
  paused: { because: 'rater_paused', said: 'Your ratings in this study are paused; your draft is kept.' },
  excluded: { because: 'excluded', said: 'You no longer take part in this study; your draft is kept.' },
  calibrating: { because: 'calibrating', said: 'A calibration comes first; your draft is kept.' },
  finished: { because: 'not_at_work', said: 'Your part in this study is over; your draft is kept.' },
  invited: { because: 'not_at_work', said: 'You have not entered this study yet; your draft is kept.' },
  // Of a task of a calibration: there is none any more.
  active: { because: 'calibration_over', said: 'This calibration is over; nothing of it is missing.' },
}

type Turn = Pick<Loaded, 'kind' | 'status' | 'state' | 'enrolment'>

/** @throws UserError `closed`, `conflict` or `lease_lost` where an assignment takes no rating any more */
export function refuseIfOver({ kind, status, state, enrolment }: Turn): void {
  if (!isRunning(state))
    throw new UserError('closed', 'This study takes no more ratings.', { because: 'study_closed' })
  if (status === 'submitted') throw new UserError('conflict', 'This task was rated already.')
  const needed = kind === 'calibration' ? 'calibrating' : 'active'
  if (enrolment !== needed) {
    const { because, said } = halted[enrolment]
    throw new UserError('closed', said, { because })
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
