import { ask } from '@/app/rate/[slug]/desk-transport'
import type {
  AnchorTransport,
  ArbitrationTransport,
  CalibrationTransport,
  LotTransport,
} from '@/components/inspect/transports'
import type { DeskAnswer } from '@/lib/domain/rating/desk-transport'

const base = (slug: string) => `/api/v1/inspect/${encodeURIComponent(slug)}`

/** The endpoints of one lot. */
export function lotTransport(slug: string, id: string): LotTransport {
  const lot = `${base(slug)}/lots/${id}`
  return {
    claim: () => ask('POST', `${lot}/claim`),
    inspect: (sent) => ask('POST', `${lot}/inspections`, sent),
    decide: (sent) => ask('POST', `${lot}/decision`, sent),
  }
}

export function formLots(
  slug: string,
  filter: { rater?: string; since?: string },
): Promise<DeskAnswer<{ formed: number }>> {
  return ask('POST', `${base(slug)}/lots`, filter)
}

/** The endpoints of a study's arbitration. */
export function arbitrationTransport(slug: string): ArbitrationTransport {
  const arbitration = `${base(slug)}/arbitration`
  return {
    claim: (caseId) => ask('POST', `${arbitration}/claim`, caseId === null ? {} : { caseId }),
    decide: (caseId, sent) => ask('POST', `${arbitration}/cases/${caseId}`, sent),
    cause: (arbitrationId, cause) => ask('POST', `${arbitration}/causes`, { arbitrationId, cause }),
  }
}

/** The endpoints of a study's anchors. */
export function anchorTransport(slug: string): AnchorTransport {
  const anchors = `${base(slug)}/anchors`
  return {
    save: (sent) => ask('POST', anchors, sent),
    withdraw: (anchorId) => ask('DELETE', `${anchors}/${anchorId}`),
    page: (cursor) =>
      ask('GET', cursor === null ? anchors : `${anchors}?cursor=${encodeURIComponent(cursor)}`),
  }
}

export function calibrationTransport(slug: string): CalibrationTransport {
  return {
    decide: (rater, sent) => ask('POST', `${base(slug)}/calibrations/${encodeURIComponent(rater)}`, sent),
  }
}
