import { anchorSupply } from '@/lib/data/calibration/anchors/supply'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params }) =>
  anchorSupply(inspector, params['slug'] ?? ''),
)
