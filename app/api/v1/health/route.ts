import { health } from '@/lib/server/admission'
import { publicEndpoint } from '@/lib/server/endpoint'

export const GET = publicEndpoint(null, health)
