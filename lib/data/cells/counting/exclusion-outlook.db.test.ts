import { beforeAll, expect, test } from 'vitest'
import { keptCells, makeInspector, rateAll, settleDue, type Opinion } from '@/e2e/support/disputed-study'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { db } from '@/lib/data/db'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { stopCounting } from './counting'
import { excludeRater, restoreRater } from './exclusion'
import { exclusionOutlook } from './exclusion-outlook'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

type Study = Awaited<ReturnType<typeof openedStudy>>

/** Raters who agree here, differ by one there, and are far apart now and then. */
const opinionOf =
  (who: number): Opinion =>
  (prompt, model) =>
    (prompt + 2 * model + who) % 11 === 0
      ? null
      : {
          accuracy: 2 + ((prompt + who + model) % 2),
          style: 3 + (((prompt + model) % 4 === 0 ? who % 3 : 0) - 1),
        }

async function work(study: Study): Promise<void> {
  for (let done = 1; done > 0;) {
    done = 0
    for (const [who, rater] of study.raters.entries())
      done += await rateAll(rater, study.slug, opinionOf(who)).catch(() => 0)
    await settleDue()
  }
}

const pseudonymOf = async ({ id, raters }: Study, who: number) =>
  (await db.enrolment.findFirstOrThrow({ where: { studyId: id, raterId: raters[who]?.id ?? '' } })).pseudonym

/** The values of all cells that have, or had, an agreed score. */
async function valuesOf({ id }: Study): Promise<Map<string, number | null>> {
  const cells = await keptCells(id)
  return new Map(
    cells.map(({ prompt, model, criterion, value }) => [`${prompt}/${model}/${criterion}`, value]),
  )
}

/** What the outlook says, and what then comes of it. */
async function toldAndDone(study: Study, who: number, act: typeof excludeRater) {
  const rater = await pseudonymOf(study, who)
  const told = await exclusionOutlook(inspector, study.slug, rater)
  const before = await valuesOf(study)
  const done = await act(inspector, study.slug, { rater, reason: 'a test' })
  const scores = { changed: 0, lost: 0, gained: 0 }
  for (const [cell, value] of await valuesOf(study)) {
    const was = before.get(cell) ?? null
    if (was !== value) scores[was === null ? 'gained' : value === null ? 'lost' : 'changed'] += 1
  }
  return { told, done: { ratings: done.ratings, slots: done.reopened, scores } }
}

test('says how many agreed scores change, fall away and come back, and how many slots open: exactly what happens', async () => {
  const study = await openedStudy({ prompts: 12, models: 3, k: 2, protocol: { extraRatings: 1 } }, 5)
  await work(study)
  const sum = { changed: 0, lost: 0, gained: 0, slots: 0 }
  const compare = async (who: number, act: typeof excludeRater) => {
    const { told, done } = await toldAndDone(study, who, act)
    expect(told).toMatchObject(done)
    sum.changed += told.scores?.changed ?? 0
    sum.lost += told.scores?.lost ?? 0
    sum.gained += told.scores?.gained ?? 0
    sum.slots += told.slots
  }
  await compare(0, excludeRater)
  await work(study)
  // Others have stood in: with the first one back some cells have a rating more than they need.
  await compare(0, restoreRater)
  await compare(1, excludeRater)
  await compare(2, excludeRater)
  await compare(1, restoreRater)
  const [rating] = await db.rating.findMany({
    where: { assignment: { studyId: study.id, raterId: study.raters[3]?.id ?? '' } },
    include: { scores: { take: 1 } },
    take: 1,
  })
  const outputs = rating?.scores.map(({ outputId }) => outputId) ?? []
  const stop = {
    by: inspector.id,
    reason: 'found_in_error',
    ratings: [{ ratingId: rating?.id ?? '', outputs }],
  }
  await db.$transaction((tx) => stopCounting(tx, stop))
  await compare(3, excludeRater)
  await closeStudy(await operator(), study.slug)
  await compare(4, excludeRater)
  await compare(3, restoreRater)
  for (const [what, count] of Object.entries(sum)) expect([what, count > 0]).toEqual([what, true])
})

test('nothing is written, and where no score is settled cell by cell none is counted', async () => {
  const study = await openedStudy({ prompts: 2, models: 2, k: 2, protocol: { rule: 'p910' } }, 2)
  await work(study)
  const before = await db.agreedScore.count()
  expect(await exclusionOutlook(inspector, study.slug, await pseudonymOf(study, 0))).toEqual({
    ratings: 2,
    slots: 2,
    raters: 1,
    scores: null,
  })
  expect(await db.agreedScore.count()).toBe(before)
  await expect(exclusionOutlook(inspector, study.slug, 'r-nobody')).rejects.toMatchObject({
    code: 'not_found',
  })
})
