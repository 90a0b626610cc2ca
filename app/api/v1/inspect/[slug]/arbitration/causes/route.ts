import { z } from 'zod'
import { nameCause } from '@/lib/data/arbitration/name-cause'
import { cause } from '@/lib/domain/quality/arbitration/causes'
import { inspectorEndpoint } from '@/lib/server/endpoint'

const named = z.object({ arbitrationId: z.string(), cause })

export const POST = inspectorEndpoint(named, async (inspector, said, { params }) => {
  await nameCause(inspector, params['slug'] ?? '', said)
  return { named: said.cause }
})
