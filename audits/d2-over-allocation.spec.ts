import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { deskOf, sessionOf } from './support/desk'
import { isFull, report } from './support/length'
import { startWebs } from './support/web'

const prompts = 10
const k = 3
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Shift = { site: string; slug: string; cookie: string; seed: number }

/** Works until nothing came for ten seconds, longer than any lease is left lying; skips one task in ten and lets another one in ten expire. */
async function work({ site, slug, cookie, seed }: Shift, rater: Rater): Promise<void> {
  const desk = deskOf(site, slug, cookie)
  for (let turn = 0, empty = 0; empty < 20 && turn < 120; turn++) {
    const { status, json } = await desk.post('claim', { hold: 1 })
    expect(status).toBe(200)
    if (!json.task) {
      empty++
      await pause(500)
      continue
    }
    const dice = (seed + turn * 7) % 10
    if (dice === 0) {
      await pause(2500)
      continue
    }
    const rating = { ...desk.rating(json.task), idempotencyKey: `${rater.id}-${turn}` }
    const sent = await desk.post(
      'ratings',
      dice === 1 ? { ...rating, cannotJudge: { task: 'unclear' } } : rating,
    )
    if (sent.status !== 200) expect(sent.json.error?.code).toBe('lease_lost')
  }
}

async function trial(sites: string[], raterCount: number, seed: number): Promise<void> {
  const study = await openedStudy({ prompts, k, leaseSeconds: 2 }, raterCount)
  // Signing in is no part of the race.
  const cookies: string[] = []
  for (const rater of study.raters) cookies.push(await sessionOf(rater))
  await Promise.all(
    study.raters.map((rater, at) => {
      const site = sites[at % sites.length] ?? ''
      return work({ site, slug: study.slug, cookie: cookies[at] ?? '', seed: seed * 31 + at }, rater)
    }),
  )
  const tasks = await db.$queryRaw<{ n: number; raters: number }[]>`
    SELECT count(r.id)::int AS n, (count(DISTINCT a.rater_id) FILTER (WHERE r.id IS NOT NULL))::int AS raters FROM task t
    LEFT JOIN assignment a ON a.task_id = t.id AND a.kind = 'live'
    LEFT JOIN rating r ON r.assignment_id = a.id
    WHERE t.study_id = ${study.id}::uuid GROUP BY t.id HAVING count(r.id) > 0`
  expect(tasks).toEqual(Array.from({ length: prompts }, () => ({ n: k, raters: k })))
}

test('D2: never more than k ratings a task, no rater twice, every task reaches k', async ({ baseURL }) => {
  test.setTimeout(3_000_000)
  const seeds = isFull ? 20 : 2
  for (let seed = 0; seed < seeds; seed++) await trial([baseURL ?? ''], 32, seed)
  report(
    'D2',
    `${seeds} seeds, ${prompts} tasks, k = ${k}, 32 raters at once, with skips and expiries: each task exactly ${k}`,
  )
  if (!isFull) return
  const webs = await startWebs(4)
  try {
    for (let seed = 0; seed < 3; seed++) await trial(webs.sites, 200, 100 + seed)
    report('D2', '3 seeds, 200 raters at once on 4 web processes: each task exactly 3')
  } finally {
    webs.stop()
  }
})
