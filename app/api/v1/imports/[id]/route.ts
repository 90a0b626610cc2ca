import { importRun } from '@/lib/data/imports/import-runs'
import { discardImport } from '@/lib/data/imports/import-steps'
import { adminEndpoint } from '@/lib/server/endpoint'

export const GET = adminEndpoint(null, (admin, _nothing, { params }) => importRun(admin, params['id'] ?? ''))

export const DELETE = adminEndpoint(null, async (admin, _nothing, { params }) => {
  await discardImport(admin, params['id'] ?? '')
  return { discarded: true }
})
