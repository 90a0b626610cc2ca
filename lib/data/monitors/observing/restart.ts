import { startMonitors } from '@/lib/domain/quality/monitors/monitor-state'
import type { Transaction } from '@/lib/data/db'

/**
 * Judges a rater anew, after a recalibration: the next rating is the first that the monitors remember. What was rated
 * before is no longer compared for this rater; for the others it counts as ever.
 */
export async function restartMonitors(
  tx: Transaction,
  { studyId, raterId }: { studyId: string; raterId: string },
): Promise<void> {
  // Kept, and not deleted: ratings that still wait to be told are from before. And before what was told is forgotten, so
  // that whoever is just writing both has either finished or sees that it is too late.
  await tx.$executeRaw`
    UPDATE monitor SET state = ${JSON.stringify(startMonitors({}))}::jsonb, started_at = now(), updated_at = now()
    WHERE study_id = ${studyId}::uuid AND rater_id = ${raterId}::uuid`
  await tx.$executeRaw`
    DELETE FROM monitor_told t USING assignment a
    WHERE a.id = t.assignment_id AND a.study_id = ${studyId}::uuid AND a.rater_id = ${raterId}::uuid`
}
