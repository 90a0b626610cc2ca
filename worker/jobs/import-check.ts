import { withUpload } from '@/lib/data/bundles/upload-bundle'
import { keepCheck } from '@/lib/data/imports/import-outcomes'
import { importRun } from '@/lib/data/imports/import-runs'
import type { Jobs } from '@/lib/data/queue'
import { checkBundle } from '@/lib/domain/bundle/check-bundle'
import { requester } from '@/lib/server/operator'
import { keepingOutcome } from './keeping-outcome'

/** Looks through an upload and keeps what the admin wants to see of it. */
export async function checkUpload({ importId, byId }: Jobs['import-check'], isLast: boolean): Promise<void> {
  const admin = await requester(byId)
  await keepingOutcome(admin, { importId, isLast }, async () => {
    const run = await importRun(admin, importId)
    if (run.state !== 'checking') return
    await keepCheck(admin, importId, await withUpload(importId, run.label, checkBundle))
  })
}
