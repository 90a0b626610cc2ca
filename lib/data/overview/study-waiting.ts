import { db } from '@/lib/data/db'
import { disputedCells } from '@/lib/data/studies/disputes'
import type { Admin } from '@/lib/domain/people/actor'
import type { StudyHead } from './study-head'

export type StudyWaiting = {
  /** Tasks on raters' desks now. */
  leased: number
  /** The next of these leases to run out. */
  nextExpiry: Date | null
  /** Free places that nobody has taken yet. */
  openings: number
  /** Cells whose ratings lie apart by more than the tolerance. */
  needsArbitration: number
  /** Tasks and outputs that raters could not judge. */
  handedBack: number
}

/** What waits for whom. Cells are counted over the whole study, never by model. */
export async function studyWaiting(
  _admin: Admin,
  study: Pick<StudyHead, 'id' | 'roundId'>,
): Promise<StudyWaiting> {
  const rows = await db.$queryRaw<Omit<StudyWaiting, 'needsArbitration'>[]>`
    SELECT
      (SELECT count(*)::int FROM assignment WHERE study_id = ${study.id}::uuid AND status = 'leased') AS leased,
      (SELECT min(lease_until) FROM assignment WHERE study_id = ${study.id}::uuid AND status = 'leased') AS "nextExpiry",
      (SELECT count(*)::int FROM opening WHERE round_id = ${study.roundId}::uuid AND kind <> 'check') AS openings,
      (SELECT count(*)::int FROM assignment WHERE study_id = ${study.id}::uuid AND status = 'skipped') AS "handedBack"`
  const [waiting] = rows
  if (!waiting) throw new RangeError('a query without FROM gives one row')
  return { ...waiting, needsArbitration: await disputedCells(db, study.id) }
}
