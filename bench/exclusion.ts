import { excludeRater, restoreRater } from '@/lib/data/cells/counting/exclusion'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { db } from '@/lib/data/db'
import { makeRaters, makeStudy } from '@/e2e/support/study-factory'
import { openStudy } from '@/lib/data/studies/lifecycle'
import type { Inspector } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'

export type ExclusionRow = {
  study: string
  ratings: number
  cells: number
  settleSeconds: string
  excludeSeconds: string
  restoreSeconds: string
}

const ratings = 10_000

/** Excludes a rater with 10,000 ratings of a study with k = 3, and brings the rater back. The target is 10 s. */
export async function benchExclusion(): Promise<ExclusionRow[]> {
  const rows: ExclusionRow[] = []
  for (const models of [1, 4]) rows.push(await measured(models))
  return rows
}

async function measured(models: number): Promise<ExclusionRow> {
  const study = await makeStudy({ prompts: ratings, models, k: 3 })
  await openStudy(await operator(), study.slug)
  await makeRaters(study.slug, 6)
  await rateEverything(study.id)
  const tasks = await db.task.findMany({ where: { studyId: study.id }, select: { id: true } })
  const ids = tasks.map(({ id }) => id)
  const settle = await secondsOf(() =>
    db.$transaction((tx) => settleTasks(tx, study.id, ids), { timeout: 600_000 }),
  )
  const inspector = (await db.account.create({ data: { role: 'inspector' } })) as unknown as Inspector
  const { pseudonym } = await db.enrolment.findFirstOrThrow({ where: { studyId: study.id, done: ratings } })
  const asked = { rater: pseudonym, reason: 'a measurement' }
  const exclude = await secondsOf(() => excludeRater(inspector, study.slug, asked))
  await forgetDue(study.id)
  const restore = await secondsOf(() => restoreRater(inspector, study.slug, asked))
  await forgetDue(study.id)
  return {
    study: models === 1 ? 'one output a task' : `sheets of ${models}`,
    ratings,
    cells: ratings * models * 2,
    settleSeconds: settle.toFixed(1),
    excludeSeconds: exclude.toFixed(1),
    restoreSeconds: restore.toFixed(1),
  }
}

/** The others' monitors, at which a worker would look afterwards: it is not to be measured along with what comes next. */
const forgetDue = (studyId: string) => db.chainDue.deleteMany({ where: { studyId } })

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

/** Three raters on every task, by direct rows; about one cell in ten is disputed. Three more raters have not begun. */
async function rateEverything(studyId: string): Promise<void> {
  await db.$executeRaw`DELETE FROM opening WHERE task_id IN (SELECT id FROM task WHERE study_id = ${studyId}::uuid)`
  await db.$executeRaw`
    WITH panel AS (
      SELECT rater_id, row_number() OVER (ORDER BY rater_id) AS slot FROM enrolment WHERE study_id = ${studyId}::uuid LIMIT 3
    ), busy AS (
      UPDATE enrolment e SET done = ${ratings}::int FROM panel WHERE e.study_id = ${studyId}::uuid AND e.rater_id = panel.rater_id
    )
    INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, kind, slot, status, label_order, ended_at)
    SELECT gen_random_uuid(), st.id, t.id, panel.rater_id, st.current_rubric_id, st.current_protocol_id, 'live', panel.slot,
      'submitted', ARRAY(SELECT x.position FROM task_output x WHERE x.task_id = t.id ORDER BY random()), now()
    FROM study st JOIN task t ON t.study_id = st.id, panel WHERE st.id = ${studyId}::uuid`
  await db.$executeRaw`
    INSERT INTO rating (id, assignment_id, dwell_ms)
    SELECT gen_random_uuid(), a.id, 20000 FROM assignment a WHERE a.study_id = ${studyId}::uuid`
  await db.$executeRaw`
    INSERT INTO score (rating_id, output_id, criterion_id, value)
    SELECT r.id, x.output_id, c.id, CASE WHEN random() < 0.035 THEN 5 ELSE 2 + (random() < 0.5)::int END
    FROM rating r JOIN assignment a ON a.id = r.assignment_id JOIN task_output x ON x.task_id = a.task_id
    JOIN criterion c ON c.rubric_id = a.rubric_id WHERE a.study_id = ${studyId}::uuid`
  await db.$executeRaw`SELECT refresh_statistics()`
}
