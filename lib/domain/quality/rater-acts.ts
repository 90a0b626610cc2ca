import { isRunning, isUnsealed, type StudyState } from '@/lib/domain/study/study-state'
import type { EnrolmentState } from './views/rater-view'

/** What an inspector does about a rater, in the order in which it is offered. */
export const raterActs = ['warn', 'pause', 'resume', 'recalibrate', 'exclude', 'restore'] as const
export type RaterAct = (typeof raterActs)[number]

/** Where a rater has to stand for each of them to make sense. */
export const actsFrom: Readonly<Record<RaterAct, readonly EnrolmentState[]>> = {
  warn: ['active', 'calibrating', 'paused'],
  pause: ['active'],
  resume: ['paused'],
  recalibrate: ['active', 'paused'],
  exclude: ['active', 'calibrating', 'paused', 'finished'],
  restore: ['excluded'],
}

/** Whose ratings count can change until the blind is lifted; the other acts are about work, and need a study that takes some. */
function isOpenTo(act: RaterAct, study: StudyState): boolean {
  return act === 'exclude' || act === 'restore' ? !isUnsealed(study) : isRunning(study)
}

/** What can be done about a rater now. */
export function possibleActs(rater: EnrolmentState, study: StudyState): RaterAct[] {
  return raterActs.filter((act) => actsFrom[act].includes(rater) && isOpenTo(act, study))
}
