import type { Localized } from '@/lib/domain/localized'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import type { Band } from '@/lib/domain/quality/calibration/accepted-band'
import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { ArbitrationTask, DecidedCase } from '@/lib/domain/quality/views/arbitration-view'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import type { InspectedUnit, InspectionTask } from '@/lib/domain/quality/views/lot-view'
import type { DeskAnswer } from '@/lib/domain/rating/desk-transport'

/** What an inspector says about one unit. `idempotencyKey` makes sending it again safe. */
export type InspectionSent = {
  inspectionId: string
  idempotencyKey: string
  scores: Record<string, number>
  cannotJudge: string | null
}

export type LotOverrideSent = { outcome: 'passed' | 'failed'; reason: string }

/** The endpoints of one lot. */
export type LotTransport = {
  claim: () => Promise<DeskAnswer<InspectionTask | null>>
  inspect: (sent: InspectionSent) => Promise<DeskAnswer<InspectedUnit & { standing: LotStanding }>>
  decide: (sent: LotOverrideSent) => Promise<DeskAnswer<unknown>>
}

export type Meeting = { minutes: string; present: string[] }

export type ArbitrationTransport = {
  /** A named case, else the next that is free; null where there is none to be had. */
  claim: (caseId: string | null) => Promise<DeskAnswer<ArbitrationTask | null>>
  decide: (
    caseId: string,
    sent: { values: Record<string, Record<string, number>>; meeting?: Meeting },
  ) => Promise<DeskAnswer<DecidedCase>>
  cause: (arbitrationId: string, cause: Cause) => Promise<DeskAnswer<unknown>>
}

/** Criterion → what experts said of it. */
export type AnchorCells = Record<string, { scores: number[]; band?: Band; reason: Localized }>

export type AnchorTransport = {
  save: (sent: {
    taskId: string
    rubricVersion: number
    outputs: Record<string, AnchorCells>
  }) => Promise<DeskAnswer<unknown>>
  withdraw: (anchorId: string) => Promise<DeskAnswer<unknown>>
  page: (cursor: string | null) => Promise<DeskAnswer<{ tasks: AnchorTask[]; next: string | null }>>
}

export type CalibrationVerdict = 'admit' | 'decline' | 'another'
export type CalibrationTransport = {
  decide: (rater: string, sent: { kind: CalibrationVerdict; reason: string }) => Promise<DeskAnswer<unknown>>
}
