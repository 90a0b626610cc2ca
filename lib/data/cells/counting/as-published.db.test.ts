import { expect, test } from 'vitest'
import { makeInspector, rateAll, settleDue, type Opinion } from '@/e2e/support/disputed-study'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { claimCase } from '@/lib/data/arbitration/claim-case'
import { decideCase } from '@/lib/data/arbitration/decide-case'
import { db } from '@/lib/data/db'
import { publishRelease } from '@/lib/data/releases/publish-release'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { stopCounting } from './counting'
import { excludeRater } from './exclusion'

/** Four raters who agree, differ and pass over outputs in patterns of their own. */
const opinionOf =
  (who: number): Opinion =>
  (prompt, model) =>
    (prompt + 3 * model + who) % 9 === 0
      ? null
      : { accuracy: 1 + ((prompt * (who + 1) + model) % 5), style: 2 + ((prompt + model + who) % 2) }

test('what the worker has settled is what a board computes: publishing writes no other agreed score', async () => {
  const [admin, inspector] = [await operator(), await makeInspector()]
  const study = await openedStudy({ prompts: 10, models: 3, k: 3, protocol: { extraRatings: 1 } }, 5)
  for (const [who, rater] of study.raters.entries()) {
    await rateAll(rater, study.slug, opinionOf(who))
    await settleDue()
  }
  const { pseudonym } = await db.enrolment.findFirstOrThrow({
    where: { studyId: study.id, raterId: (study.raters[0] as Rater).id },
  })
  await excludeRater(inspector, study.slug, { rater: pseudonym, reason: 'a test' })
  const [other] = await db.score.findMany({
    where: { rating: { assignment: { studyId: study.id, raterId: (study.raters[1] as Rater).id } } },
    take: 1,
  })
  const { ratingId = '', outputId = '' } = other ?? {}
  const stop = { by: inspector.id, reason: 'found_in_error', ratings: [{ ratingId, outputs: [outputId] }] }
  await db.$transaction((tx) => stopCounting(tx, stop))
  for (const [who, rater] of study.raters.entries())
    if (who > 0) await rateAll(rater, study.slug, opinionOf(who))
  await settleDue()
  await closeStudy(admin, study.slug)
  await settleDue()
  const task = await claimCase(inspector, study.slug)
  const decided = Object.entries(task?.asked ?? {}).map(([label, keys]) => [
    label,
    Object.fromEntries(keys.map((key) => [key, 2])),
  ])
  await decideCase(inspector, study.slug, { caseId: task?.caseId ?? '', values: Object.fromEntries(decided) })
  await settleDue()

  const before = await db.agreedScore.groupBy({
    by: ['status'],
    where: { output: { studyId: study.id } },
    _count: true,
  })
  expect(before.map(({ status }) => status).toSorted()).toEqual(['agreed', 'needs_arbitration'])
  await unsealStudy(admin, study.slug, 'a test')
  const gates = ['coverage', 'arbitration', 'raters', 'checks', 'spot_check']
  const waivers = Object.fromEntries(gates.map((gate) => [gate, 'a test']))
  await publishRelease(admin, study.slug, { seed: 1, waivers })
  const published = await db.auditEntry.findFirstOrThrow({
    where: { studyId: study.id, action: 'release.published' },
  })
  expect(published.detail).toMatchObject({ agreedScores: 0 })
})
