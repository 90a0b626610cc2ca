import type { Admin } from '@/lib/domain/people/actor'
import type { BundleCheck } from '@/lib/domain/bundle/check-bundle'
import type { ImportState } from '@/lib/domain/bundle/import-view'
import type { Problem, UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import type { Prisma } from '@/lib/data/generated/client'
import type { StoredBundle } from './store-bundle'

/** What the worker found out, kept with the import for the admin who waits. An import discarded meanwhile stays gone. */
export async function keepCheck(
  _admin: Admin,
  importId: string,
  { plan, preview, problems, unsupported }: BundleCheck,
): Promise<void> {
  const listed = [...problems.listed, ...unsupported.listed].slice(0, 100)
  const problemCount = problems.count + unsupported.count
  await settle(importId, 'checking', {
    state: problemCount === 0 ? 'checked' : 'refused',
    slug: plan?.slug ?? null,
    preview,
    problems: listed,
    problemCount,
    total: preview.counts.outputs,
  })
}

/** A refusal with its problems; where it names none, its own sentence is the problem. */
export async function keepRefusal(_admin: Admin, importId: string, refusal: UserError): Promise<void> {
  const { problems, problemCount } = refusal.more
  const listed: Problem[] = problems ?? [
    { file: null, row: null, field: null, got: null, expected: refusal.message },
  ]
  const state = refusal.code === 'unavailable' ? 'failed' : 'refused'
  const finishedAt = new Date()
  await settle(importId, ['checking', 'importing'], {
    state,
    problems: listed,
    problemCount: problemCount ?? listed.length,
    finishedAt,
  })
}

/** Stored: what was uploaded has served its purpose. */
export async function keepDone(
  _admin: Admin,
  importId: string,
  { studyId, slug }: StoredBundle,
): Promise<void> {
  await settle(importId, 'importing', { state: 'done', studyId, slug, finishedAt: new Date() })
  await db.uploadChunk.deleteMany({ where: { importId } })
}

export async function keepFailure(_admin: Admin, importId: string): Promise<void> {
  await settle(importId, ['checking', 'importing'], { state: 'failed', finishedAt: new Date() })
}

export async function keepProgress(
  _admin: Admin,
  importId: string,
  progress: { done: number; total: number },
): Promise<void> {
  await settle(importId, 'importing', progress)
}

async function settle(
  id: string,
  from: ImportState | ImportState[],
  data: Prisma.ImportRunUpdateManyMutationInput,
): Promise<void> {
  await db.importRun.updateMany({ where: { id, state: { in: [from].flat() } }, data })
}
