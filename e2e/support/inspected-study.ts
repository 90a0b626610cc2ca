import { expect } from '@playwright/test'
import { arbitrationQueue } from '@/lib/data/arbitration/queue'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { formLotsByHand } from '@/lib/data/lots/forming/lots-by-hand'
import { appeal } from '@/lib/data/monitors/sheets/appeals'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { fullRating } from './rating'
import { openedStudy, type Made } from './study-factory'

type Wanted = Parameters<typeof openedStudy>[0] & { /** Tasks that each rater does at most. */ each?: number }
export type InspectedStudy = Made & { lotId: string; caseId: string; pseudonym: string; raters: Rater[] }

/** An open study in which three raters agree about nothing: with a lot to inspect, cells to decide, and an appeal. */
export async function inspectedStudy(
  inspector: Inspector,
  wanted: Partial<Wanted> = {},
): Promise<InspectedStudy> {
  const protocol = {
    extraRatings: 0,
    spotCheck: spotCheckTerms.parse({ max_error: 0.4, accept: 0, lot_ratings: 1000 }),
    ...wanted.protocol,
  }
  const study = await openedStudy({ prompts: 8, models: 3, ...wanted, protocol }, 3)
  for (const [index, rater] of study.raters.entries()) {
    let { task } = await claimTasks(rater, study.slug, 1)
    for (let done = 0; task && done < (wanted.each ?? Infinity); done += 1)
      ({ task } = await submitRating(rater, study.slug, fullRating(task, 1 + 2 * index)))
  }
  await expect.poll(() => db.chainDue.count({ where: { studyId: study.id } }), { timeout: 30_000 }).toBe(0)
  await formLotsByHand(inspector, study.slug, {})
  const [rater] = study.raters
  if (!rater) throw new Error('a rater')
  await appeal(rater, study.slug, 'The first task was hard to read.')
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { studyId: study.id, raterId: rater.id } })
  const lot = await db.lot.findFirstOrThrow({ where: { round: { studyId: study.id }, raterId: rater.id } })
  const [first] = (await arbitrationQueue(inspector, study.slug)).cases
  if (!first) throw new Error('a disputed cell')
  return { ...study, lotId: lot.id, caseId: first.caseId, pseudonym: enrolment.pseudonym }
}
