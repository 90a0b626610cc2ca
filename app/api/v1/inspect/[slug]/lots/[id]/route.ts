import { lotPage } from '@/lib/data/lots/lot-page'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params }) =>
  lotPage(inspector, params['slug'] ?? '', params['id'] ?? ''),
)
