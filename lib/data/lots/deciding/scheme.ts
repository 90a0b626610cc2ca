import { z } from 'zod'
import { inspectionLevels, lotPlanKept } from '@/lib/domain/quality/spot-check/lot-plan'
import { schemeOf, type Scheme, type SchemeEvent } from '@/lib/domain/quality/spot-check/switching'
import { termsOfLots } from '@/lib/data/lots/lot-terms'
import type { Transaction } from '@/lib/data/db'

const kept = z.object({ level: z.enum(inspectionLevels), recent: z.array(z.enum(['passed', 'failed'])) })

/** A rater's scheme as `enrolment.scheme` keeps it. */
export const schemeKept = (stored: unknown): Scheme => kept.parse(stored)

type Of = { studyId: string; raterId: string }
type Row = {
  at: Date
  turn: bigint
  plan: unknown
  outcome: 'passed' | 'failed' | null
  byHand: boolean
  level: unknown
  reason: string
}

/**
 * Works out anew how a rater is inspected from all that moved it, in order of time, and keeps it. A lot that was decided
 * again stays where it was first decided, with what stands now.
 */
export async function renewScheme(tx: Transaction, { studyId, raterId }: Of): Promise<Scheme> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.at, d.sequence AS turn, l.plan, l.state::text AS outcome, l.by_hand AS "byHand", NULL AS level, '' AS reason
    FROM lot l JOIN round ON round.id = l.round_id AND round.study_id = ${studyId}::uuid
    CROSS JOIN LATERAL (SELECT at, sequence FROM lot_decision WHERE lot_id = l.id ORDER BY sequence LIMIT 1) d
    WHERE l.rater_id = ${raterId}::uuid AND l.state <> 'drawn'
    UNION ALL
    SELECT act.at, act.sequence, NULL, NULL, false, act.detail ->> 'level', act.reason FROM enrolment_act act
    WHERE act.study_id = ${studyId}::uuid AND act.rater_id = ${raterId}::uuid AND act.act = 'level_set'
    ORDER BY at, turn`
  const { switching } = await termsOfLots(tx, studyId)
  const scheme = schemeOf(rows.map(eventOf), switching)
  await tx.enrolment.update({ where: { studyId_raterId: { studyId, raterId } }, data: { scheme } })
  return scheme
}

function eventOf({ plan, outcome, byHand, level, reason }: Row): SchemeEvent {
  if (outcome) return { kind: 'lot', outcome, level: lotPlanKept.parse(plan).level, byHand }
  return { kind: 'set', level: kept.shape.level.parse(level), reason }
}
