import { anchorTasks } from '@/lib/data/calibration/anchors/anchor-tasks'
import { anchorsInput, makeAnchors } from '@/lib/data/calibration/anchors/make-anchors'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params, query }) =>
  anchorTasks(inspector, params['slug'] ?? '', query.get('cursor')),
)

export const POST = inspectorEndpoint(anchorsInput, (inspector, input, { params }) =>
  makeAnchors(inspector, params['slug'] ?? '', input),
)
