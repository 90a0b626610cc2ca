import { stateOnReturn } from '@/lib/domain/quality/calibration/calibration-state'
import type { Transaction } from '@/lib/data/db'
import { lockCalibration, type Who } from './kept-state'

/**
 * The state in which a rater comes back from a pause or an exclusion: at work, or in the middle of the calibration that
 * was under way, whatever has happened in between. The enrolment stays locked, so that no round begins meanwhile.
 */
export async function returnsTo(tx: Transaction, who: Who): Promise<'active' | 'calibrating'> {
  return stateOnReturn((await lockCalibration(tx, who)).state)
}
