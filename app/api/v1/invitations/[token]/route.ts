import { join, joinInput } from '@/lib/server/admission'
import { created, publicEndpoint } from '@/lib/server/endpoint'

export const POST = publicEndpoint(joinInput, async (input, { params }) =>
  created(await join(params['token'] ?? '', input)),
)
