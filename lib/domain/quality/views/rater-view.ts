import type { Localized } from '@/lib/domain/localized'
import type { DegradedStanding } from '@/lib/domain/quality/checks/degraded-check'
import type { Limits } from '@/lib/domain/quality/monitors/limits'
import type { CheckMonitor, MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import type { MonitorStep } from '@/lib/domain/quality/monitors/monitor-rules'
import type { Signal } from '@/lib/domain/quality/monitors/signal'
import type { InspectionLevel } from '@/lib/domain/quality/spot-check/lot-plan'
import type { StudyState } from '@/lib/domain/study/study-state'

export type EnrolmentState = 'invited' | 'calibrating' | 'active' | 'paused' | 'excluded' | 'finished'

export type JudgedSignal = Signal & { limits: Limits | null; beyond: boolean }

/** One row of the small multiples: a rater under the pseudonym of the study. */
export type RaterQuality = {
  rater: string
  state: EnrolmentState
  tasks: number
  /** The day of the latest rating, YYYY-MM-DD. */
  lastAt: string | null
  signals: JudgedSignal[]
  /** Mean residual along the work, grades; null where nothing was compared. */
  trace: (number | null)[]
  /** Signals beyond their limits first, then by how far: the largest is the worst. */
  concern: number
  appeal: boolean
}

export type RaterQualityPage = {
  study: { slug: string; name: string; state: StudyState }
  raters: RaterQuality[]
  waitingAppeals: number
}

/** What was done about a rater, by rule or by a person, newest first. */
export type RaterEvent = {
  at: string
  by: 'rule' | 'person'
  act: string
  monitor: MonitorName | null
  step: MonitorStep | null
  /** How closely lots are inspected from then on, where a person set it. */
  level: InspectionLevel | null
  reason: string | null
}

/**
 * What excluding a rater would do now, or restoring one who is excluded: ratings that stop counting (count again), free
 * slots that open for others (are withdrawn), and how many others still take part.
 */
export type ExclusionOutlook = {
  ratings: number
  slots: number
  raters: number
  /** Null where a study has no agreed scores cell by cell: nothing can be counted. */
  scores: ScoresOutlook | null
}

/** Agreed scores that would have another value, would be agreed no more, or would newly be agreed. */
export type ScoresOutlook = { changed: number; lost: number; gained: number }

export type Appeal = {
  id: string
  at: string
  text: string
  state: 'waiting' | 'upheld' | 'declined'
  answer: string | null
  answeredAt: string | null
}

/** Everything about one rater in one study, for an inspector. */
export type Fingerprint = RaterQuality & {
  study: { slug: string; name: string; state: StudyState }
  events: RaterEvent[]
  appeals: Appeal[]
  /** Ratings that count (of one who is excluded: that would again), and others who take part; see `ExclusionOutlook`. */
  outlook: Pick<ExclusionOutlook, 'ratings' | 'raters'>
  /** Criterion → how often each level was given, in the order of the scale. */
  levels: { criterionId: string; name: Localized; counts: { value: number; count: number }[] }[]
  /** How many of each were given, and whether damage was seen in the degraded ones. */
  checks: { gold: number; repeat: number; degraded: number; damage: DegradedStanding }
  /** Decided ones. */
  lots: { passed: number; failed: number; level: InspectionLevel }
}

/**
 * What a rater is told of a signal that hidden checks move: a figure, or an interval that narrows with each of them, would
 * tell how many there were. `quiet` is as well where there were none yet.
 */
export type OwnCheckSignal = { monitor: CheckMonitor; standing: 'quiet' | 'high' | 'low' }

/** The rater's own sheet. No figure by task: nothing in it tells which tasks were checks. */
export type OwnSheet = {
  study: { slug: string; name: string; state: StudyState }
  state: EnrolmentState
  tasks: number
  /** Of the own work alone. */
  signals: JudgedSignal[]
  checks: OwnCheckSignal[]
  trace: (number | null)[]
  events: RaterEvent[]
  appeals: Appeal[]
  /** Whether an appeal may be sent now: not once the study is unsealed, not while one waits. */
  mayAppeal: boolean
}
