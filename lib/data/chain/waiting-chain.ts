import { standingOf, type CalibrationState } from '@/lib/domain/quality/calibration/calibration-state'
import type { Admin, Inspector } from '@/lib/domain/people/actor'
import type { WaitingChain } from '@/lib/domain/quality/views/rules-view'
import { waitingCounts } from '@/lib/data/arbitration/waiting-counts'
import { db } from '@/lib/data/db'
import { isWithdrawnSql } from '@/lib/data/lots/withdrawn-sql'
import { studyHead } from '@/lib/data/quality/study-head'

/** What waits for whom in a study's quality chain, for its admin and its inspectors. Counts only. */
export async function waitingChain(_actor: Admin | Inspector, slug: string): Promise<WaitingChain> {
  const study = await studyHead(db, slug)
  const [row] = await db.$queryRaw<Omit<WaitingChain, 'cells' | 'calibrations'>[]>`
    SELECT
      (SELECT count(*)::int FROM lot WHERE round_id = ${study.roundId}::uuid AND state = 'drawn' AND NOT ${isWithdrawnSql}) AS lots,
      (SELECT count(*)::int FROM appeal WHERE study_id = ${study.id}::uuid AND state = 'waiting') AS appeals,
      (SELECT count(*)::int FROM enrolment WHERE study_id = ${study.id}::uuid AND state = 'paused') AS paused,
      (SELECT count(*)::int FROM enrolment WHERE study_id = ${study.id}::uuid AND state = 'excluded') AS excluded`
  if (!row) throw new RangeError('a query without FROM gives one row')
  return { cells: await waitingCounts(db, study), calibrations: await waitingCalibrations(study.id), ...row }
}

/** Raters whose attempts are used up: a person has to say whether they may work. */
async function waitingCalibrations(studyId: string): Promise<number> {
  const rows = await db.$queryRaw<{ state: CalibrationState }[]>`
    SELECT c.state FROM calibration c JOIN enrolment e USING (study_id, rater_id)
    WHERE c.study_id = ${studyId}::uuid AND e.state = 'calibrating'`
  return rows.filter(({ state }) => standingOf(state).kind === 'awaits_decision').length
}
