import { waitingCalibrations } from '@/lib/data/calibration/attempts/waiting'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, async (inspector, _, { params }) => ({
  waiting: await waitingCalibrations(inspector, params['slug'] ?? ''),
}))
