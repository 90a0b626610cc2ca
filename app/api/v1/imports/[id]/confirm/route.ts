import { confirmImport } from '@/lib/data/imports/import-steps'
import { adminEndpoint } from '@/lib/server/endpoint'

export const POST = adminEndpoint(null, (admin, _nothing, { params }) =>
  confirmImport(admin, params['id'] ?? ''),
)
