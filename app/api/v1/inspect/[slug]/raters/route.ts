import { ratersQuality } from '@/lib/data/monitors/sheets/raters-quality'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params }) =>
  ratersQuality(inspector, params['slug'] ?? ''),
)
