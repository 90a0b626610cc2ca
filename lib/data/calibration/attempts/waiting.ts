import type { Inspector } from '@/lib/domain/people/actor'
import { standingOf, type CalibrationState } from '@/lib/domain/quality/calibration/calibration-state'
import type { WaitingCalibration } from '@/lib/domain/quality/views/calibration-view'
import { db } from '@/lib/data/db'
import { studyHead } from '@/lib/data/quality/study-head'

/** Raters whose attempts are used up, longest waiting first. A study that takes no more work lets nobody in. */
export async function waitingCalibrations(
  _inspector: Inspector,
  slug: string,
): Promise<WaitingCalibration[]> {
  const { id, state } = await studyHead(db, slug)
  if (state !== 'open' && state !== 'paused') return []
  const rows = await db.$queryRaw<{ pseudonym: string; state: CalibrationState }[]>`
    SELECT e.pseudonym, c.state FROM calibration c
    JOIN enrolment e ON e.study_id = c.study_id AND e.rater_id = c.rater_id AND e.state = 'calibrating'
    WHERE c.study_id = ${id}::uuid`
  const waiting = rows.flatMap((row): WaitingCalibration[] => {
    const round = row.state.rounds.at(-1)
    if (!round || standingOf(row.state).kind !== 'awaits_decision') return []
    const results = round.attempts.flatMap(({ result }) => result ?? [])
    const attempts = results.map(({ cells, inside, biasSteps, missed }) => ({
      cells,
      inside,
      biasSteps,
      missed,
    }))
    return [
      { rater: row.pseudonym, reason: round.reason, since: results.at(-1)?.at ?? round.since, attempts },
    ]
  })
  return waiting.sort((a, b) => Date.parse(a.since) - Date.parse(b.since))
}
