import type { Inspector } from '@/lib/domain/people/actor'
import { unitsToInspect } from '@/lib/domain/quality/spot-check/lot-standing'
import type { LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import type { InspectionTask } from '@/lib/domain/quality/views/lot-view'
import { db, type Transaction } from '@/lib/data/db'
import { blindTask, type BlindRow } from '@/lib/data/desk/blind-tasks'
import { Prisma } from '@/lib/data/generated/client'
import { refuseUnsealed } from '@/lib/data/quality/locked-study'
import { studyHead } from '@/lib/data/quality/study-head'
import { isForOthersSql } from './who-inspects'
import { committedUnits } from '@/lib/data/lots/lot-outcomes'
import { lockedLot } from '@/lib/data/lots/lot-place'

/** How long a unit is held for an inspector. */
export const heldFor = Prisma.sql`interval '30 minutes'`

/**
 * The next unit of a lot for this inspector: the one held already, else the next of the draw that nobody holds. An output
 * of an organization that the inspector belongs to is left to another inspector, without a word about it; so is, while
 * there is one, a lot whose rater this inspector chose.
 *
 * @returns null where nothing is left to inspect here and now, by this inspector, or where the lot is withdrawn
 */
export async function claimUnit(
  inspector: Inspector,
  slug: string,
  lotId: string,
): Promise<InspectionTask | null> {
  return db.$transaction(async (tx) => {
    const study = await studyHead(tx, slug)
    refuseUnsealed(study)
    const { id, state, plan, withdrawn } = await lockedLot(tx, study, lotId)
    if (state !== 'drawn' || withdrawn) return null
    const inspectionId = await held(tx, inspector, await inspectionsLeft(tx, { lotId: id, plan }))
    return inspectionId === null ? null : { inspectionId, task: await taskOf(tx, inspectionId) }
  })
}

/** The rows of the units to be inspected next, by the draw as it is stored. */
async function inspectionsLeft(
  tx: Transaction,
  { lotId, plan }: { lotId: string; plan: LotPlan },
): Promise<string[]> {
  const outcomes = (await committedUnits(tx, [lotId])).get(lotId) ?? []
  const notJudged = outcomes.filter(({ error }) => error === null).length
  const rows = await tx.inspection.findMany({
    where: { lotId, place: { lt: plan.sample + notJudged } },
    orderBy: { place: 'asc' },
    select: { id: true, ratingId: true, outputId: true, place: true },
  })
  const sample = {
    seed: 0,
    drawn: rows.filter(({ place }) => place < plan.sample),
    reserve: rows.filter(({ place }) => place >= plan.sample),
  }
  const wanted = new Set<object>(unitsToInspect(sample, plan, outcomes))
  return rows.filter((row) => wanted.has(row)).map(({ id }) => id)
}

async function held(tx: Transaction, inspector: Inspector, left: readonly string[]): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE inspection SET held_by_id = ${inspector.id}::uuid, held_until = now() + ${heldFor} WHERE id = (
      SELECT i.id FROM inspection i
      WHERE i.id = ANY (${[...left]}::uuid[]) AND i.committed_at IS NULL
        AND (i.held_by_id IS NULL OR i.held_until <= now() OR i.held_by_id = ${inspector.id}::uuid)
        AND NOT ${isForOthersSql(inspector)}
      ORDER BY (i.held_by_id IS NOT NULL AND i.held_by_id = ${inspector.id}::uuid AND i.held_until > now()) DESC, i.place
      LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`
  return row?.id ?? null
}

/** What the desk shows: the prompt and the one output, under the rubric by which it was rated. */
async function taskOf(tx: Transaction, inspectionId: string) {
  const [row] = await tx.$queryRaw<BlindRow[]>`
    SELECT i.id AS "assignmentId", i.held_until AS "leaseUntil", a.rubric_id AS "rubricId", 'single' AS presentation,
      prompt.html AS "prompt", prompt.marking_points AS "markingPoints", prompt.language, json_build_array(c.html) AS "outputs"
    FROM inspection i JOIN rating r ON r.id = i.rating_id JOIN assignment a ON a.id = r.assignment_id
    JOIN output o ON o.id = i.output_id JOIN content c ON c.hash = o.content_hash JOIN prompt ON prompt.id = o.prompt_id
    WHERE i.id = ${inspectionId}::uuid`
  if (!row) throw new RangeError(`inspection ${inspectionId} has no output`)
  return blindTask(tx, row)
}
