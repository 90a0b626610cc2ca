import type { StudyState } from './study-state'

export type StudyFacts = {
  state: StudyState
  tasks: number
  complete: number
  /** Raters who may work in it now. */
  active: number
  needsArbitration: number
  /** Lots that wait for an inspector. */
  lots: number
  /** Appeals that wait for an answer. */
  appeals: number
}

/** What an admin would do next; each has a sentence of its own on screen. */
export type NextStep =
  | 'enrol'
  | 'open'
  | 'rate'
  | 'resume'
  | 'close'
  | 'arbitrate'
  | 'inspect'
  | 'answer'
  | 'unseal'
  | 'publish'
  | 'done'

/** The one thing that moves a study on from where it stands. */
export function nextStep(study: StudyFacts): NextStep {
  switch (study.state) {
    case 'draft':
      return study.active === 0 ? 'enrol' : 'open'
    case 'open':
      if (study.active === 0) return 'enrol'
      return study.tasks > 0 && study.complete >= study.tasks ? 'close' : 'rate'
    case 'paused':
      return 'resume'
    case 'closed':
      if (study.needsArbitration > 0) return 'arbitrate'
      if (study.lots > 0) return 'inspect'
      return study.appeals > 0 ? 'answer' : 'unseal'
    case 'unsealed':
      return 'publish'
    case 'published':
      return 'done'
  }
}
