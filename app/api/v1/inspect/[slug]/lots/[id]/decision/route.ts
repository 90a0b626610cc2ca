import { decideLot, lotVerdict } from '@/lib/data/lots/deciding/decide-lot'
import { lotPage } from '@/lib/data/lots/lot-page'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const POST = inspectorEndpoint(lotVerdict, async (inspector, verdict, { params }) => {
  const place = { slug: params['slug'] ?? '', lotId: params['id'] ?? '' }
  await decideLot(inspector, place, verdict)
  return lotPage(inspector, place.slug, place.lotId)
})
