import { randomUUID } from 'node:crypto'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { db } from '@/lib/data/db'
import { claimUnit } from '@/lib/data/lots/inspecting/claim-unit'
import { commitInspection, type CommittedInspection } from '@/lib/data/lots/inspecting/commit-inspection'
import { noteForLots } from '@/lib/data/lots/forming/form-lots'
import type { InspectionSent } from '@/lib/data/lots/inspecting/inspection-input'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { fullRating } from './rating'

/** Four units of ten, of which none may be an error; an error is a difference of more than one step. */
export const spotCheck = spotCheckTerms.parse({
  max_error: 0.5,
  confidence: 0.95,
  accept: 0,
  error_tolerance: 1,
  lot_ratings: 5,
})

export async function makeInspector(): Promise<Inspector> {
  const { id } = await db.account.create({ data: { role: 'inspector' } })
  return { id } as Inspector
}

type Work = { tasks: number; value?: number; noted?: boolean }

/** Rates with one value everywhere, and has each rating looked at for lots, as the worker does. Returns the ratings. */
export async function rate(
  rater: Rater,
  slug: string,
  { tasks, value = 3, noted = true }: Work,
): Promise<string[]> {
  const ratings: string[] = []
  for (let turn = 0; turn < tasks; turn += 1) {
    const { task } = await claimTasks(rater, slug, 1)
    if (!task) throw new RangeError(`task ${turn} of ${tasks}: there is none`)
    const { saved } = await submitRating(rater, slug, fullRating(task, value))
    if (!saved) throw new RangeError('not saved')
    ratings.push(saved.ratingId)
    if (noted) await note(saved.ratingId)
  }
  return ratings
}

/** What the worker does about lots for one rating. */
export async function note(ratingId: string): Promise<void> {
  const { assignment } = await db.rating.findUniqueOrThrow({
    where: { id: ratingId },
    include: { assignment: true },
  })
  const { studyId, taskId } = assignment
  await db.$transaction(async (tx) => {
    await noteForLots(tx, { sequence: 0n, studyId, taskId, ratingId })
    await tx.chainDue.deleteMany({ where: { ratingId } })
  })
}

export const lotsOf = (studyId: string, raterId?: string) =>
  db.lot.findMany({
    where: { round: { studyId }, ...(raterId === undefined ? {} : { raterId }) },
    orderBy: { createdAt: 'asc' },
  })

/** An inspection with one value everywhere. */
export function inspectionOf(inspectionId: string, value: number): InspectionSent {
  const scores = { accuracy: value, style: value }
  return { inspectionId, idempotencyKey: randomUUID(), scores, hardRulesBroken: [], cannotJudge: null }
}

/** Inspects a lot until nothing is left, with one value everywhere or with what `say` makes of it. */
export async function inspectAll(
  inspector: Inspector,
  place: { slug: string; lotId: string },
  say: number | ((sent: InspectionSent) => InspectionSent),
): Promise<CommittedInspection[]> {
  const done: CommittedInspection[] = []
  for (;;) {
    const unit = await claimUnit(inspector, place.slug, place.lotId)
    if (!unit) return done
    const sent = inspectionOf(unit.inspectionId, typeof say === 'number' ? say : 3)
    done.push(await commitInspection(inspector, place, typeof say === 'number' ? sent : say(sent)))
  }
}
