import { claimUnit } from '@/lib/data/lots/inspecting/claim-unit'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const POST = inspectorEndpoint(null, (inspector, _, { params }) =>
  claimUnit(inspector, params['slug'] ?? '', params['id'] ?? ''),
)
