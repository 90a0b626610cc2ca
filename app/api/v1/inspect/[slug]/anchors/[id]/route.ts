import { retireAnchor } from '@/lib/data/calibration/anchors/retire-anchor'
import { uuidOr404 } from '@/lib/domain/uuid'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const DELETE = inspectorEndpoint(null, async (inspector, _, { params }) => {
  await retireAnchor(inspector, params['slug'] ?? '', uuidOr404(params['id']))
  return { retired: true }
})
