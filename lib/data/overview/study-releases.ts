import { db } from '@/lib/data/db'
import type { Admin } from '@/lib/domain/people/actor'
import type { StudyHead } from './study-head'

export type ReleaseLine = { number: number; createdAt: Date; sha256: string; ratingsRows: number }

/** The study's releases, latest first; never their content. */
export function studyReleases(_admin: Admin, study: Pick<StudyHead, 'id'>): Promise<ReleaseLine[]> {
  return db.release.findMany({
    where: { studyId: study.id },
    orderBy: { number: 'desc' },
    select: { number: true, createdAt: true, sha256: true, ratingsRows: true },
  })
}
