import { checkImport } from '@/lib/data/imports/import-steps'
import { adminEndpoint } from '@/lib/server/endpoint'

export const POST = adminEndpoint(null, (admin, _nothing, { params }) =>
  checkImport(admin, params['id'] ?? ''),
)
