import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { chainStudy, enrolAll } from './support/chain-study'
import { fallingOut, makeAnchors, workOnce } from './support/chain-work'

test('a rating goes through the whole chain, and the number shows all of it', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const study = await chainStudy(baseURL ?? '')
  console.log('anchors', await makeAnchors(study))
  console.log(await study.inspector.api.get(`inspect/${study.slug}/anchors/supply`))
  await enrolAll(study)
  for (const rater of study.raters) {
    for (;;) {
      const view = await rater.api.get<{ standing: string; attempt: unknown; result: unknown } | null>(
        `desk/${study.slug}/calibration`,
      )
      if (view?.standing !== 'attempt') {
        console.log(JSON.stringify(view))
        break
      }
      await workOnce(study, rater)
    }
  }
  const [one, two, three, careless, reserve] = study.raters
  if (!one || !two || !three || !careless || !reserve) throw new Error('five raters')
  let going = true
  const done = [0, 0, 0, 0]
  for (let turn = 0; going && turn < 100; turn++) {
    going = false
    for (const [at, [rater, score]] of (
      [
        [one, fallingOut(1)],
        [two, fallingOut(5)],
        [three, fallingOut(3)],
        [careless, () => 3],
      ] as const
    ).entries()) {
      try {
        if (await workOnce(study, rater, score)) {
          going = true
          done[at] = (done[at] ?? 0) + 1
        }
      } catch (error) {
        console.log(at, turn, String(error).slice(0, 200))
      }
    }
  }
  console.log('done', done)
  await expect.poll(() => db.chainDue.count({ where: { studyId: study.id } }), { timeout: 60_000 }).toBe(0)
  console.log(
    await db.enrolment.findMany({
      where: { studyId: study.id },
      select: {
        state: true,
        done: true,
        placed: true,
        placedGold: true,
        placedRepeat: true,
        pseudonym: true,
      },
    }),
  )
  console.log(
    await db.monitorAction.findMany({
      where: { studyId: study.id },
      select: { raterId: true, monitor: true, step: true, tasks: true },
    }),
  )
  console.log(JSON.stringify(await study.inspector.api.get(`inspect/${study.slug}/lots`)).slice(0, 1500))
  console.log(
    JSON.stringify(await study.inspector.api.get(`inspect/${study.slug}/arbitration`)).slice(0, 1500),
  )
  console.log(JSON.stringify(await study.inspector.api.get(`inspect/${study.slug}/raters`)).slice(0, 1500))
})
