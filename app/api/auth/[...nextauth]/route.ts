import { authEndpoint } from '@/lib/server/auth-endpoint'

export const GET = authEndpoint
export const POST = authEndpoint
