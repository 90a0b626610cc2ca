import { arbitrationQueue } from '@/lib/data/arbitration/queue'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params }) =>
  arbitrationQueue(inspector, params['slug'] ?? ''),
)
