import type { Inspector } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { studyHead } from './study-head'

export type InspectableStudy = { id: string; slug: string; name: string; state: 'open' | 'paused' | 'closed' }

/** Studies whose quality chain goes on: begun, and their blind not lifted. The newest first. */
export async function inspectableStudies(_inspector: Inspector): Promise<InspectableStudy[]> {
  const rows = await db.study.findMany({
    where: { state: { in: ['open', 'paused', 'closed'] }, source: 'desk' },
    orderBy: [{ createdAt: 'desc' }, { slug: 'asc' }],
    select: { id: true, slug: true, name: true, state: true },
  })
  return rows.flatMap(({ state, ...row }) =>
    state === 'open' || state === 'paused' || state === 'closed' ? [{ ...row, state }] : [],
  )
}

/** Studies whose blind is lifted: the quality of their raters stays to be seen. The newest first. */
export async function finishedStudies(_inspector: Inspector): Promise<{ slug: string; name: string }[]> {
  return db.study.findMany({
    where: { state: { in: ['unsealed', 'published'] }, source: 'desk' },
    orderBy: [{ createdAt: 'desc' }, { slug: 'asc' }],
    select: { slug: true, name: true },
  })
}

/** @throws UserError `not_found` */
export async function studyName(_inspector: Inspector, slug: string): Promise<string> {
  return (await studyHead(db, slug)).name
}
