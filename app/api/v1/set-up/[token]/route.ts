import { setUpInput, setUpSite } from '@/lib/server/admission'
import { created, publicEndpoint } from '@/lib/server/endpoint'

export const POST = publicEndpoint(setUpInput, async (input, { params }) =>
  created(await setUpSite(params['token'] ?? '', input)),
)
