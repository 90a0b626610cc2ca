import type { Inspector } from '@/lib/domain/people/actor'
import { drawAttempts } from '@/lib/domain/quality/calibration/draw-attempts'
import type { AnchorSupply } from '@/lib/domain/quality/views/calibration-view'
import { db, type Db, type Transaction } from '@/lib/data/db'
import { studyHead } from '@/lib/data/quality/study-head'
import { calibrationGrounds } from './grounds'

/** Whether a study's anchors suffice for its raters to calibrate on, and what is missing. */
export async function anchorSupply(_inspector: Inspector, slug: string): Promise<AnchorSupply> {
  return supplyOf(db, (await studyHead(db, slug)).id)
}

/** The same for whoever knows the study. */
export async function supplyOf(at: Db | Transaction, studyId: string): Promise<AnchorSupply> {
  const { anchors, rubric, rules } = await calibrationGrounds(at, studyId)
  const drawn = drawAttempts({ anchors, rubric, seen: [] }, { rules, seed: 1 })
  const problems = drawn.kind === 'refused' ? drawn.problems : []
  return { anchors: anchors.length, inForce: problems.length === 0, problems, rules }
}
