import { ask, deskTransport } from '@/app/rate/[slug]/desk-transport'
import type { CalibrationTransport } from '@/components/calibration/calibration-transport'

/** The endpoints of a calibration: the desk's, and what is told between tasks. */
export function calibrationTransport(slug: string): CalibrationTransport {
  const { claim, submit } = deskTransport(slug)
  const base = `/api/v1/desk/${encodeURIComponent(slug)}/calibration`
  return {
    claim,
    submit,
    view: () => ask('GET', base),
    feedback: (assignmentId) => ask('GET', `${base}/${assignmentId}`),
  }
}
