import { isRunning, type StudyState } from '@/lib/domain/study/study-state'
import type { Progress } from './blind-task'

type Standing = {
  state: StudyState
  enrolment: 'invited' | 'calibrating' | 'active' | 'paused' | 'excluded' | 'finished'
  progress: Progress
}

/** What a study asks of its rater now. `nothing` says no more than that, whatever the reason. */
export function whatNext({
  state,
  enrolment,
  progress,
}: Standing): 'draft' | 'ended' | 'over' | 'resting' | 'paused' | 'calibrate' | 'nothing' | 'rate' {
  if (state === 'draft') return 'draft'
  if (enrolment === 'excluded') return 'ended'
  if (!isRunning(state)) return 'over'
  if (enrolment === 'paused') return 'resting'
  if (state === 'paused') return 'paused'
  if (enrolment === 'calibrating') return 'calibrate'
  return progress.left === 0 ? 'nothing' : 'rate'
}
