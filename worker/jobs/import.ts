import { withUpload } from '@/lib/data/bundles/upload-bundle'
import { keepDone, keepProgress } from '@/lib/data/imports/import-outcomes'
import { importRun } from '@/lib/data/imports/import-runs'
import type { Jobs } from '@/lib/data/queue'
import { requester } from '@/lib/server/operator'
import { importBundle } from '@/worker/import-bundle'
import { keepingOutcome } from './keeping-outcome'

/** Stores an upload that its admin has seen and confirmed. */
export async function importUpload({ importId, byId }: Jobs['import'], isLast: boolean): Promise<void> {
  const admin = await requester(byId)
  await keepingOutcome(admin, { importId, isLast }, async () => {
    const run = await importRun(admin, importId)
    if (run.state !== 'importing') return
    const { stored } = await withUpload(importId, run.label, (files) =>
      importBundle(admin, files, {
        onProgress: (done, total) => keepProgress(admin, importId, { done, total }),
      }),
    )
    if (stored) await keepDone(admin, importId, stored)
  })
}
