import { standingOf } from '@/lib/domain/quality/calibration/calibration-state'
import { completeAttempt } from '@/lib/domain/quality/calibration/calibration-steps'
import { scoreAttempt } from '@/lib/domain/quality/calibration/score-attempt'
import { recordAudit } from '@/lib/data/audit'
import type { Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { restartMonitors } from '@/lib/data/monitors/observing/restart'
import { rulesInForce } from '@/lib/data/quality/rules'
import { attemptScores } from './attempt-scores'
import { saveCalibration, type LockedCalibration, type Who } from './kept-state'
import type { OpenAttempt } from './lease-attempt'

/** Compares an attempt whose last task is in with the experts, and files what came of it. */
export async function finishAttempt(
  tx: Transaction,
  kept: LockedCalibration,
  done: { attempt: OpenAttempt; rubricId: string },
): Promise<void> {
  const { attempt, rubricId } = done
  const { criteria } = await rubricOf(tx, rubricId)
  const { calibration: rules } = await rulesInForce(tx, kept.studyId)
  const scores = await attemptScores(tx, kept, attempt)
  const result = scoreAttempt(attempt.anchors, scores, { criteria, rules })
  const state = completeAttempt(kept.state, result, new Date())
  await saveCalibration(tx, kept, state)
  const { studyId, raterId } = kept
  const { cells, inside, biasSteps, passed } = result
  const detail = { attempt: attempt.number, cells, inside, biasSteps }
  await recordAudit(tx, {
    actorId: raterId,
    action: passed ? 'calibration.passed' : 'calibration.missed',
    subjectId: raterId,
    studyId,
    detail,
  })
  const standing = standingOf(state)
  if (standing.kind === 'passed') await letIn(tx, kept, state.rounds.at(-1)?.reason !== 'enrolment')
}

/** Opens live work. Whoever was at work before is watched anew from here. */
export async function letIn(tx: Transaction, { studyId, raterId }: Who, isAgain: boolean): Promise<void> {
  await tx.enrolment.update({ where: { studyId_raterId: { studyId, raterId } }, data: { state: 'active' } })
  if (isAgain) await restartMonitors(tx, { studyId, raterId })
}
