import { lotQueue } from '@/lib/data/lots/lot-queue'
import { formLotsByHand, lotFilter } from '@/lib/data/lots/forming/lots-by-hand'
import { created, inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params }) =>
  lotQueue(inspector, params['slug'] ?? ''),
)

export const POST = inspectorEndpoint(lotFilter, async (inspector, filter, { params }) =>
  created(await formLotsByHand(inspector, params['slug'] ?? '', filter)),
)
