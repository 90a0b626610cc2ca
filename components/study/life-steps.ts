import type { StudyState } from '@/lib/domain/study/study-state'

export type LifeStep = 'open' | 'resume' | 'pause' | 'close' | 'unseal'

/** What can be done with a study in each state; publishing is a button of its own, since it takes a while. */
export const lifeSteps: Record<StudyState, LifeStep[]> = {
  draft: ['open'],
  open: ['pause', 'close'],
  paused: ['resume', 'close'],
  closed: ['unseal'],
  unsealed: [],
  published: [],
}
