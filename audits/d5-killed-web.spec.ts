import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { deskOf, sessionOf, type Answer } from './support/desk'
import { isFull, report } from './support/length'
import { startWeb } from './support/web'

const clients = 32
const criteria = 2
const models = 2
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Ledger = Map<string, string>
type Run = { site: string; slug: string; ledger: Ledger; goOn: () => boolean }

/** Sends until told to stop; an answer that never came is asked for again under the same key. */
async function client({ site, slug, ledger, goOn }: Run, rater: Rater): Promise<void> {
  const desk = deskOf(site, slug, await sessionOf(rater))
  const insist = async (path: string, body: object): Promise<Answer> => {
    for (;;) {
      const answer = await desk.post(path, body).catch(() => null)
      if (answer && answer.status !== 503) return answer
      await pause(50)
    }
  }
  while (goOn()) {
    const { task } = (await insist('claim', { hold: 1 })).json
    if (!task) return
    const idempotencyKey = randomUUID()
    const answer = await insist('ratings', { ...desk.rating(task), idempotencyKey })
    if (answer.status === 200 && answer.json.saved) ledger.set(task.assignmentId, answer.json.saved.ratingId)
  }
}

test('D5: kill -9 of the web process loses, doubles and halves nothing that was acknowledged', async () => {
  const kills = isFull ? 50 : 5
  test.setTimeout(60_000 + kills * 20_000)
  const study = await openedStudy({ prompts: 3000, models, k: 3 }, clients)
  let web = await startWeb()
  const { port, site } = web
  const ledger: Ledger = new Map()
  let going = true
  const working = Promise.all(
    study.raters.map((rater) => client({ site, slug: study.slug, ledger, goOn: () => going }, rater)),
  )
  let slowest = 0
  for (let kill = 0; kill < kills; kill++) {
    await pause(300 + Math.random() * 900)
    web.child.kill('SIGKILL')
    await new Promise((resolve) => web.child.once('exit', resolve))
    const start = performance.now()
    web = await startWeb(port)
    slowest = Math.max(slowest, performance.now() - start)
  }
  going = false
  await working
  web.child.kill('SIGTERM')

  const stored = await db.$queryRaw<
    { assignmentId: string; ratingId: string; scores: number; audits: number }[]
  >`
    SELECT a.id AS "assignmentId", r.id AS "ratingId",
      (SELECT count(*)::int FROM score s WHERE s.rating_id = r.id) AS scores,
      (SELECT count(*)::int FROM audit_entry e WHERE e.subject_id = r.id) AS audits
    FROM assignment a JOIN rating r ON r.assignment_id = a.id WHERE a.study_id = ${study.id}::uuid`
  report(
    'D5',
    `${kills} kills, ${ledger.size} ratings acknowledged, ${stored.length} stored, slowest return ${Math.round(slowest)} ms`,
  )
  expect(new Set(stored.map((row) => row.assignmentId)).size).toBe(stored.length)
  const byAssignment = new Map(stored.map((row) => [row.assignmentId, row.ratingId]))
  for (const [assignmentId, ratingId] of ledger) expect(byAssignment.get(assignmentId)).toBe(ratingId)
  expect(stored.filter((row) => row.scores !== models * criteria || row.audits !== 1)).toEqual([])
  expect(slowest).toBeLessThan(10_000)
})
