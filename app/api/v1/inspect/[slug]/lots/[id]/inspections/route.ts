import { commitInspection } from '@/lib/data/lots/inspecting/commit-inspection'
import { inspectionSent } from '@/lib/data/lots/inspecting/inspection-input'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const POST = inspectorEndpoint(inspectionSent, (inspector, sent, { params }) =>
  commitInspection(inspector, { slug: params['slug'] ?? '', lotId: params['id'] ?? '' }, sent),
)
