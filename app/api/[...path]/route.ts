import { UserError } from '@/lib/domain/user-error'
import { publicEndpoint } from '@/lib/server/endpoint'

/** Below /api even what does not exist answers in JSON. */
async function nothing() {
  throw new UserError('not_found', 'Not found.')
}

export const GET = publicEndpoint(null, nothing)
export const POST = publicEndpoint(null, nothing)
export const PUT = publicEndpoint(null, nothing)
export const PATCH = publicEndpoint(null, nothing)
export const DELETE = publicEndpoint(null, nothing)
