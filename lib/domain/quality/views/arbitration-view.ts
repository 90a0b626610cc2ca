import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import type { WaitingCounts } from '@/lib/domain/quality/arbitration/waiting-cells'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { StudyState } from '@/lib/domain/study/study-state'

/** A prompt with disputed cells in the queue. `caseId` is random and says nothing. */
export type CaseRow = {
  caseId: string
  cells: number
  /** What the decisions can change, in widths of scales; see `byConsequence`. */
  consequence: number
  waitsFor: 'inspector' | 'meeting'
  because: 'extras_used' | 'nobody_left' | null
  since: string
  /** `mine`: this inspector holds it. `taken`: somebody else does, or has to decide it; not said which, nor why. */
  held: 'free' | 'mine' | 'taken'
}

export type ArbitrationQueue = {
  study: { slug: string; name: string; state: StudyState }
  waiting: WaitingCounts
  cases: CaseRow[]
  decided: number
}

/** A case on the desk: the outputs with disputed cells and what is asked of each; nothing of the ratings. */
export type ArbitrationTask = {
  caseId: string
  task: BlindTask
  /** Label → criteria to decide. */
  asked: Record<string, string[]>
}

/** What is shown once a case is decided: all scores, without who gave them. */
export type DecidedCase = {
  caseId: string
  task: BlindTask
  cells: {
    arbitrationId: string
    label: string
    criterionId: string
    /** Own decision. */
    value: number
    /** False where another decision was committed first; this one is on record. */
    stands: boolean
    ratings: { value: number; extra: boolean }[]
    cause: Cause | null
  }[]
}
