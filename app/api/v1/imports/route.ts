import { z } from 'zod'
import { importRuns } from '@/lib/data/imports/import-runs'
import { startImport } from '@/lib/data/imports/import-steps'
import { adminEndpoint, created } from '@/lib/server/endpoint'

const start = z.object({ label: z.string().trim().min(1).max(200) })

export const GET = adminEndpoint(null, (admin) => importRuns(admin))

export const POST = adminEndpoint(start, async (admin, input) => created(await startImport(admin, input)))
