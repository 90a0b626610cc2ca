import pg from 'pg'
import { anchorTasksOf } from '@/e2e/support/anchored-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { makeRaters, makeStudy } from '@/e2e/support/study-factory'
import { prepareDamagedOutputs } from '@/lib/data/checks/damaged-outputs'
import { db } from '@/lib/data/db'
import { openStudy } from '@/lib/data/studies/lifecycle'
import type { Rater } from '@/lib/domain/people/actor'
import { monitorNames } from '@/lib/domain/quality/monitors/monitor-name'
import { operator } from '@/lib/server/operator'

// Many: from `done + left` one learns a little of how many checks are in a line, the less the longer it is.
const prompts = 4_000
const gold = 80
const rates = { gold: 0.07, repeat: 0.05, degraded: 0.03 }

const plain = { version: 1, html: async (text: string) => `<p>${text}</p>` }

const answer = (prompt: number, model: number) =>
  `The answer number ${prompt} of kind ${model} says in some detail why the river runs slowly past the old town, and then ` +
  `goes on to explain how people who lived along its banks learned to build their houses on wooden posts every spring.`

// Anchors are here for checks alone: an attempt wants more than there are, so nobody calibrates.
const calibration = { anchors: 200, attempts: 5 }
// Scores are drawn, which the monitors would stop.
const monitors = {
  monitors: Object.fromEntries(monitorNames.map((name) => [name, { on: false, ladder: ['flag'] }])),
}

/** An open study with checks of all kinds, sheets of two to four outputs, and work for so many raters. */
export async function checkedStudy(
  raterCount: number,
  tasksEach: number,
): Promise<{ id: string; slug: string; raters: Rater[] }> {
  const k = Math.ceil((raterCount * tasksEach) / (prompts - gold))
  const protocol = { checks: rates, tolerance: 4, calibration, monitors }
  const study = await makeStudy({ prompts, models: 4, k, answer, protocol })
  await dropOutputs(study.id)
  const admin = await operator()
  await openStudy(admin, study.slug)
  await anchorTasksOf(await makeInspector(), study.slug, gold)
  while ((await prepareDamagedOutputs(admin, plain)) > 0);
  const raters = await makeRaters(study.slug, raterCount)
  await db.$executeRaw`SELECT refresh_statistics()`
  return { ...study, raters }
}

/** Leaves two, three or four outputs to a prompt. */
async function dropOutputs(studyId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await owner.connect()
  await owner.query(
    `DELETE FROM output o USING prompt p, model m
     WHERE o.study_id = $1 AND p.id = o.prompt_id AND m.id = o.model_id
       AND m.position >= 2 + (p.position % 4 > 0)::int + (p.position % 4 > 1)::int`,
    [studyId],
  )
  await owner.end()
}
