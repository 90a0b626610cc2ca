import { z } from 'zod'
import type { Inspector } from '@/lib/domain/people/actor'
import { decideRound } from '@/lib/domain/quality/calibration/calibration-steps'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { enrolmentOf } from '@/lib/data/quality/enrolment'
import { retryRaces } from '@/lib/data/retry'
import { drawFor } from './begin'
import { letIn } from './finish-attempt'
import { calibrationGrounds } from '@/lib/data/calibration/anchors/grounds'
import { lockCalibration, saveCalibration, type LockedCalibration } from './kept-state'

export const calibrationDecision = z.object({
  kind: z.enum(['admit', 'decline', 'another']),
  reason: z.string().trim().min(1).max(2000),
})
type Decision = z.infer<typeof calibrationDecision>

/** As enrolment acts call it. */
const acts = { admit: 'admitted', decline: 'declined', another: 'attempt_granted' } as const

/**
 * After the last attempt a person decides: let the rater in, turn the rater away, or grant one more attempt.
 *
 * @throws UserError `conflict` where somebody else has decided, `blocked` where there are too few anchors for another
 *   attempt, `closed` where the study takes no more work
 */
export async function decideCalibration(
  inspector: Inspector,
  slug: string,
  decision: Decision & { rater: string },
): Promise<void> {
  const { rater, kind, reason } = decision
  const { studyId, raterId } = await enrolmentOf(inspector, slug, rater)
  await retryRaces(() =>
    db.$transaction(async (tx) => {
      const kept = await lockCalibration(tx, { studyId, raterId })
      if (kept.study !== 'open' && kept.study !== 'paused')
        throw new UserError('closed', 'The study takes no more work.')
      if (kept.enrolment !== 'calibrating') throw new UserError('conflict', 'This rater is not calibrating.')
      await carryOut(tx, kept, { kind, reason, by: inspector.id })
      const act = {
        studyId,
        raterId,
        act: acts[kind],
        reason,
        detail: { calibration: kind },
        byId: inspector.id,
      }
      await tx.enrolmentAct.create({ data: act, select: { sequence: true } })
      await recordAudit(tx, {
        actorId: inspector.id,
        action: `calibration.${kind}`,
        subjectId: raterId,
        studyId,
      })
    }),
  )
}

async function carryOut(
  tx: Transaction,
  kept: LockedCalibration,
  { kind, reason, by }: Decision & { by: string },
): Promise<void> {
  const now = new Date()
  if (kind === 'another')
    return saveCalibration(
      tx,
      kept,
      decideRound(kept.state, { kind, anchorIds: await oneMore(tx, kept) }, now),
    )
  await saveCalibration(tx, kept, decideRound(kept.state, { kind, by, reason }, now))
  if (kind === 'admit') await letIn(tx, kept, kept.state.rounds.at(-1)?.reason !== 'enrolment')
}

async function oneMore(tx: Transaction, kept: LockedCalibration): Promise<string[]> {
  const grounds = await calibrationGrounds(tx, kept.studyId)
  const drawn = await drawFor(tx, { ...grounds, rules: { ...grounds.rules, attempts: 1 } }, kept)
  const problem = drawn.kind === 'refused' ? drawn.problems[0]?.text : undefined
  if (drawn.kind === 'refused')
    throw new UserError('blocked', `No further attempt can be drawn: ${problem ?? 'too few anchors'}.`)
  return drawn.attempts[0] ?? []
}
