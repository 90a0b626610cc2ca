import { calibrationDecision, decideCalibration } from '@/lib/data/calibration/attempts/decide'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const POST = inspectorEndpoint(calibrationDecision, async (inspector, decision, { params }) => {
  await decideCalibration(inspector, params['slug'] ?? '', { ...decision, rater: params['pseudonym'] ?? '' })
  return { decided: decision.kind }
})
