import type { Admin } from '@/lib/domain/people/actor'
import type { ImportPreview, ImportView } from '@/lib/domain/bundle/import-view'
import { UserError, type Problem } from '@/lib/domain/user-error'
import { isUuid } from '@/lib/domain/uuid'
import { db } from '@/lib/data/db'
import type { ImportRun } from '@/lib/data/generated/client'

type Listed = Omit<ImportView, 'files' | 'preview' | 'problems'> & {
  byId: string
  counts: ImportPreview['counts'] | null
}

/** The import history, newest first. */
export async function importRuns(_admin: Admin, limit = 100): Promise<Listed[]> {
  const runs = await db.importRun.findMany({ orderBy: { startedAt: 'desc' }, take: limit })
  return runs.map((run) => ({ ...headOf(run), byId: run.byId, counts: previewOf(run)?.counts ?? null }))
}

/** One import as its admin follows it. */
export async function importRun(_admin: Admin, id: string): Promise<ImportView> {
  const run = isUuid(id) ? await db.importRun.findUnique({ where: { id } }) : null
  if (!run) throw new UserError('not_found', 'There is no such import.')
  return {
    ...headOf(run),
    files: await uploadedFiles(id),
    preview: previewOf(run),
    problems: problemsOf(run),
  }
}

export async function uploadedFiles(importId: string): Promise<ImportView['files']> {
  return db.$queryRaw`
    SELECT path, sum(octet_length(bytes))::float8 AS bytes FROM upload_chunk
    WHERE import_id = ${importId}::uuid GROUP BY path ORDER BY path`
}

function headOf(run: ImportRun): Omit<ImportView, 'files' | 'preview' | 'problems'> {
  return {
    id: run.id,
    label: run.label,
    state: run.state,
    slug: run.slug,
    studyId: run.studyId,
    problemCount: run.problemCount,
    progress: { done: run.done, total: run.total },
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}

// Both columns are written by this folder alone, from these very types.
const previewOf = (run: ImportRun) => run.preview as ImportPreview | null
const problemsOf = (run: ImportRun) => run.problems as Problem[]
