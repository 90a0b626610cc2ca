import { appeal, appealInput } from '@/lib/data/monitors/sheets/appeals'
import { created, raterEndpoint } from '@/lib/server/endpoint'

export const POST = raterEndpoint(appealInput, async (rater, { text }, { params }) =>
  created(await appeal(rater, params['slug'] ?? '', text)),
)
