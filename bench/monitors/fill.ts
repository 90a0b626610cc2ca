import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Due } from '@/lib/data/chain/due'
import { startMonitors } from '@/lib/domain/quality/monitors/monitor-state'
import { updateMonitors } from '@/lib/domain/quality/monitors/update-monitors'

// As the owner, with rows made in the database: what is measured is the worker, not the making of a million ratings.

export type FilledStudy = {
  ratings: number
  studyId: string
  pins: Pins
  raters: string[]
  tasks: number
  fresh: number
}
type Pins = { roundId: string; rubricId: string; protocolId: string; criteria: [string, string] }

const raterCount = 200
const models = 4
const scale = { min: 1, max: 5, step: 1 }

/** What slot `s` of task `n` gave to criterion `c`. */
const value = (s: number | string, c: number) => `(1 + ((n * 7 + ${s} * 3 + ${c * 2} + (n * ${s}) % 4) % 5))`

/**
 * An open study of single outputs with two criteria, three ratings a task and 200 raters, all of it told to the monitors;
 * the last `fresh` tasks miss their third rating.
 */
export async function fillStudy(
  owner: pg.Client,
  wanted: { ratings: number; fresh: number },
): Promise<FilledStudy> {
  const { ratings, fresh } = wanted
  const tasks = Math.ceil(ratings / 3) + fresh
  const [studyId, setId] = [randomUUID(), randomUUID()]
  const pins: Pins = {
    roundId: randomUUID(),
    rubricId: randomUUID(),
    protocolId: randomUUID(),
    criteria: [randomUUID(), randomUUID()],
  }
  const raters = Array.from({ length: raterCount }, () => randomUUID())
  const study = { ratings, studyId, pins, raters, tasks, fresh }
  await fillHead(owner, study, setId)
  await fillTasks(owner, study, setId)
  await fillRatings(owner, study)
  await fillMonitors(owner, study)
  return study
}

async function fillHead(
  owner: pg.Client,
  { studyId, pins, raters }: FilledStudy,
  setId: string,
): Promise<void> {
  const { roundId, rubricId, protocolId, criteria } = pins
  const slug = `bench-monitors-${randomBytes(4).toString('hex')}`
  await owner.query(`INSERT INTO prompt_set (id, slug, hash) VALUES ($1, $2, 'x')`, [setId, slug])
  await owner.query(
    `INSERT INTO study (id, slug, name, languages, prompt_set_id, bundle_hash, abilities, publication)
     VALUES ($1, $2, $2, '{zh}', $3, 'x', '[]', '{}')`,
    [studyId, slug, setId],
  )
  await owner.query(
    `INSERT INTO round (id, study_id, number, seed, opened_at) VALUES ($1, $2, 1, 1, now())`,
    [roundId, studyId],
  )
  await owner.query(`INSERT INTO rubric (id, study_id, version) VALUES ($1, $2, 1)`, [rubricId, studyId])
  const levels = JSON.stringify(
    [1, 2, 3, 4, 5].map((level) => ({ value: level, label: { zh: '级', en: 'Level' } })),
  )
  await owner.query(
    `INSERT INTO criterion (id, rubric_id, key, position, name, minimum, maximum, step, levels)
     SELECT c.id, $1, 'c' || c.n, c.n, '{"zh":"维度","en":"Criterion"}', 1, 5, 1, $2::jsonb FROM unnest($3::uuid[]) WITH ORDINALITY c (id, n)`,
    [rubricId, levels, criteria],
  )
  await owner.query(
    `INSERT INTO protocol (id, study_id, version, method, presentation, sheet_size, ratings_per_task, lease_seconds, tolerance, rule, extra_ratings, aggregation, checks, spot_check)
     VALUES ($1, $2, 1, 'absolute', 'single', 8, 3, 1800, 4, 'median', 2, 'abilities', '{}', '{}')`,
    [protocolId, studyId],
  )
  await owner.query(
    `UPDATE study SET state = 'open', current_round_id = $2, current_rubric_id = $3, current_protocol_id = $4 WHERE id = $1`,
    [studyId, roundId, rubricId, protocolId],
  )
  await owner.query(`INSERT INTO account (id, role, simulated) SELECT unnest($1::uuid[]), 'rater', true`, [
    raters,
  ])
  await owner.query(
    `INSERT INTO enrolment (study_id, rater_id, pseudonym, created_at) SELECT $1, id, id::text, now() - interval '1 day' FROM unnest($2::uuid[]) id`,
    [studyId, raters],
  )
}

/** One task for each output, under the output's own id. */
async function fillTasks(
  owner: pg.Client,
  { studyId, pins, tasks }: FilledStudy,
  setId: string,
): Promise<void> {
  await owner.query(
    `INSERT INTO content (hash, source, html) SELECT sha256(('bench' || n)::bytea), '["text"]', '["<p>text</p>"]'
     FROM generate_series(0, 199) n ON CONFLICT DO NOTHING`,
  )
  await owner.query(
    `INSERT INTO model (id, study_id, key, position, name) SELECT gen_random_uuid(), $1, 'm' || n, n, 'Model ' || n FROM generate_series(1, ${models}) n`,
    [studyId],
  )
  await owner.query(
    `INSERT INTO prompt (id, prompt_set_id, key, position, turns, html, language)
     SELECT gen_random_uuid(), $1, 'p' || n, n, '["question"]', '{"turns":[]}', 'zh' FROM generate_series(1, $2::int) n`,
    [setId, Math.ceil(tasks / models)],
  )
  await owner.query(
    `INSERT INTO output (id, study_id, prompt_id, model_id, content_hash)
     SELECT gen_random_uuid(), $1, p.id, m.id, sha256(('bench' || (p.position + m.position) % 200)::bytea)
     FROM prompt p, model m WHERE p.prompt_set_id = $2 AND m.study_id = $1`,
    [studyId, setId],
  )
  await owner.query(
    `INSERT INTO task (id, study_id, round_id, protocol_id, prompt_id, presentation, language, reading_work)
     SELECT id, $1, $2, $3, prompt_id, 'single', 'zh', 45 FROM output WHERE study_id = $1`,
    [studyId, pins.roundId, pins.protocolId],
  )
  await owner.query(
    `INSERT INTO task_output (task_id, position, output_id) SELECT id, 0, id FROM output WHERE study_id = $1`,
    [studyId],
  )
  await owner.query(`DROP TABLE IF EXISTS pg_temp.line`)
  await owner.query(
    `CREATE TEMP TABLE line AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM output WHERE study_id = '${studyId}'`,
  )
  await owner.query(`CREATE TABLE IF NOT EXISTS pg_temp.lines (study_id uuid, id uuid, n bigint)`)
  await owner.query(`INSERT INTO pg_temp.lines SELECT $1, id, n FROM line`, [studyId])
  await owner.query(`CREATE INDEX IF NOT EXISTS lines_n ON pg_temp.lines (study_id, n)`)
}

/** Each rating has the id of its assignment. */
async function fillRatings(owner: pg.Client, study: FilledStudy): Promise<void> {
  const { studyId, pins, raters, tasks, fresh } = study
  await owner.query(`DROP TABLE IF EXISTS pg_temp.given`)
  await owner.query(
    `CREATE TEMP TABLE given AS SELECT gen_random_uuid() AS id, line.id AS task_id, n, s, 1 + (n * 3 + s * 67) % ${raterCount} AS who
     FROM line, generate_series(1, 3) s WHERE s < 3 OR n <= ${tasks - fresh}`,
  )
  await owner.query(
    `INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, slot, status, label_order, ended_at)
     SELECT id, $1, task_id, ($2::uuid[])[who], $3, $4, s, 'submitted', '{0}', now() FROM given ORDER BY n, s`,
    [studyId, raters, pins.rubricId, pins.protocolId],
  )
  await owner.query(
    `INSERT INTO rating (id, assignment_id, dwell_ms) SELECT id, id, 20000 FROM given ORDER BY n, s`,
  )
  for (const [at, criterion] of pins.criteria.entries()) {
    await owner.query(
      `INSERT INTO score (rating_id, output_id, criterion_id, value) SELECT id, task_id, $1, ${value('s', at)} FROM given`,
      [criterion],
    )
  }
}

/** What was told of each rating, and for every rater monitors with some work behind them. */
async function fillMonitors(
  owner: pg.Client,
  { studyId, pins, raters, tasks, fresh }: FilledStudy,
): Promise<void> {
  const others = (at: number) => `(SELECT jsonb_agg(v) FROM (VALUES
    (1, ${value(1, at)}), (2, ${value(2, at)}), (3, ${value(3, at)})) o (other, v)
    WHERE other <> s AND (other < 3 OR n <= ${tasks - fresh}))`
  const cell = (at: number) =>
    `jsonb_build_object('criterion', '${pins.criteria[at]}', 'position', 0, 'score', ${value('s', at)}, 'others', ${others(at)})`
  await owner.query(
    `INSERT INTO monitor_told (assignment_id, task, cells, rating_id)
     SELECT id, row_number() OVER (PARTITION BY who ORDER BY n), jsonb_build_array(${cell(0)}, ${cell(1)}), id FROM given`,
  )
  const worked = Math.floor((tasks * 3) / raterCount)
  await owner.query(
    `INSERT INTO monitor (study_id, rater_id, state, started_at) SELECT $1, id, $2::jsonb, now() - interval '1 day' FROM unnest($3::uuid[]) id`,
    [studyId, JSON.stringify({ ...someState(pins), tasks: worked }), raters],
  )
}

function someState({ criteria }: Pins) {
  const scales = Object.fromEntries(criteria.map((id) => [id, scale]))
  const given = (n: number, s: number, c: number) => 1 + ((n * 7 + s * 3 + c * 2 + ((n * s) % 4)) % 5)
  return Array.from({ length: 100 }, (_, at) => at + 1).reduce((state, n) => {
    const cells = criteria.map((criterion, c) => ({ criterion, position: 0, score: given(n, 1, c) }))
    const rated = updateMonitors(state, { kind: 'rated', cells, seconds: 20, work: 45 })
    const after = cells.map((each, c) => ({ ...each, others: [given(n, 2, c), given(n, 3, c)] }))
    return updateMonitors(rated, { kind: 'compared', task: n, before: null, after })
  }, startMonitors(scales))
}

/** The missing third ratings of some of the last tasks, as the desk leaves them. */
export async function freshRatings(
  owner: pg.Client,
  { studyId, pins, raters, tasks, fresh }: FilledStudy,
  { from, count }: { from: number; count: number },
): Promise<Due[]> {
  const first = tasks - fresh + from
  const { rows } = await owner.query<{ id: string; task_id: string }>(
    `WITH given AS (
       SELECT gen_random_uuid() AS id, id AS task_id, n, 3 AS s, 1 + (n * 3 + 3 * 67) % ${raterCount} AS who
       FROM pg_temp.lines WHERE study_id = $1 AND n > ${first} AND n <= ${first + count}
     ), assigned AS (
       INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, slot, status, label_order, ended_at)
       SELECT id, $1, task_id, ($2::uuid[])[who], $3, $4, s, 'submitted', '{0}', now() FROM given
     ), rated AS (
       INSERT INTO rating (id, assignment_id, dwell_ms) SELECT id, id, 20000 FROM given
     ), scored AS (
       INSERT INTO score (rating_id, output_id, criterion_id, value)
       SELECT id, task_id, $5::uuid, ${value('s', 0)} FROM given UNION ALL SELECT id, task_id, $6::uuid, ${value('s', 1)} FROM given
     )
     SELECT id, task_id FROM given ORDER BY n`,
    [studyId, raters, pins.rubricId, pins.protocolId, ...pins.criteria],
  )
  return rows.map(({ id, task_id: taskId }) => ({ sequence: 0n, studyId, taskId, ratingId: id }))
}
