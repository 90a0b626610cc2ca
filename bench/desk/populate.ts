import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

// As the owner, with rows made in the database: what is measured is the desk, not the making of 100,000 tasks.

export type BenchStudy = {
  slug: string
  studyId: string
  roundId: string
  tasks: number
  criterionIds: string[]
}

const models = 4
const criteria = 4
const distinctTexts = 200

/** An open study of `tasks` sheets with four outputs and four criteria, k slots each. */
export async function populateStudy(owner: pg.Client, tasks: number, k: number): Promise<BenchStudy> {
  const slug = `bench-${tasks}-${randomBytes(3).toString('hex')}`
  const [studyId, setId, roundId, rubricId, protocolId] = Array.from({ length: 5 }, () => randomUUID())
  if (!studyId || !setId || !roundId || !rubricId || !protocolId) throw new Error('ids')
  await owner.query(`INSERT INTO prompt_set (id, slug, hash) VALUES ($1, $2, 'x')`, [setId, slug])
  await owner.query(
    `INSERT INTO study (id, slug, name, languages, prompt_set_id, bundle_hash, abilities, publication)
     VALUES ($1, $2, $2, '{zh}', $3, 'x', '[]', '{}')`,
    [studyId, slug, setId],
  )
  await owner.query(
    `INSERT INTO round (id, study_id, number, seed, task_count, opened_at) VALUES ($1, $2, 1, 1, $3, now())`,
    [roundId, studyId, tasks],
  )
  await owner.query(`INSERT INTO rubric (id, study_id, version) VALUES ($1, $2, 1)`, [rubricId, studyId])
  const levels = JSON.stringify(
    [1, 2, 3, 4, 5].map((value) => ({
      value,
      label: { zh: `第 ${value} 级`, en: `Level ${value}` },
      description: { zh: '基本达到要求，个别地方有疏漏。', en: 'Does what is asked with a slip or two.' },
    })),
  )
  const criterionIds = Array.from({ length: criteria }, () => randomUUID())
  await owner.query(
    `INSERT INTO criterion (id, rubric_id, key, position, name, minimum, maximum, step, levels)
     SELECT c.id, $1, 'c' || c.n, c.n, '{"zh":"维度","en":"Criterion"}', 1, 5, 1, $2::jsonb FROM unnest($3::uuid[]) WITH ORDINALITY c (id, n)`,
    [rubricId, levels, criterionIds],
  )
  await owner.query(
    `INSERT INTO protocol (id, study_id, version, method, presentation, sheet_size, ratings_per_task, lease_seconds, tolerance, rule, extra_ratings, aggregation, checks, spot_check)
     VALUES ($1, $2, 1, 'absolute', 'sheet', 8, $3, 1800, 1, 'median', 2, 'abilities', '{}', '{}')`,
    [protocolId, studyId, k],
  )
  await populateTasks(owner, { studyId, setId, roundId, protocolId, tasks, k })
  await owner.query(
    `UPDATE study SET state = 'open', current_round_id = $2, current_rubric_id = $3, current_protocol_id = $4 WHERE id = $1`,
    [studyId, roundId, rubricId, protocolId],
  )
  await owner.query('SELECT refresh_statistics()')
  return { slug, studyId, roundId, tasks, criterionIds }
}

type Rows = { studyId: string; setId: string; roundId: string; protocolId: string; tasks: number; k: number }

async function populateTasks(owner: pg.Client, rows: Rows): Promise<void> {
  const { studyId, setId, roundId, protocolId, tasks, k } = rows
  const text = `<p>${'一段用来测量的回答，长短与真实的回答相近。'.repeat(20)}</p>`
  await owner.query(
    `INSERT INTO content (hash, source, html) SELECT sha256(($1 || n)::bytea), '["text"]', jsonb_build_array($2 || n || '</p>')
     FROM generate_series(1, ${distinctTexts}) n ON CONFLICT DO NOTHING`,
    ['bench', text],
  )
  await owner.query(
    `INSERT INTO model (id, study_id, key, position, name) SELECT gen_random_uuid(), $1, 'm' || n, n, 'Model ' || n FROM generate_series(1, ${models}) n`,
    [studyId],
  )
  await owner.query(
    `INSERT INTO prompt (id, prompt_set_id, key, position, turns, html, language, abilities)
     SELECT gen_random_uuid(), $1, 'p' || n, n, '["question"]', '{"turns":["<p>一道用来测量的题目，长短与真实的题目相近。</p>"]}', 'zh', ARRAY['推理']
     FROM generate_series(1, $2::int) n`,
    [setId, tasks],
  )
  await owner.query(
    `INSERT INTO output (id, study_id, prompt_id, model_id, content_hash)
     SELECT gen_random_uuid(), $1, p.id, m.id, sha256(('bench' || (1 + (p.position + m.position) % ${distinctTexts}))::bytea)
     FROM prompt p, model m WHERE p.prompt_set_id = $2 AND m.study_id = $1`,
    [studyId, setId],
  )
  await owner.query(
    `INSERT INTO task (id, study_id, round_id, protocol_id, prompt_id, presentation, language)
     SELECT gen_random_uuid(), $1, $2, $3, p.id, 'sheet', 'zh' FROM prompt p WHERE p.prompt_set_id = $4`,
    [studyId, roundId, protocolId, setId],
  )
  await owner.query(
    `INSERT INTO task_output (task_id, position, output_id)
     SELECT t.id, row_number() OVER (PARTITION BY t.id ORDER BY o.id) - 1, o.id FROM task t JOIN output o ON o.prompt_id = t.prompt_id WHERE t.round_id = $1`,
    [roundId],
  )
  await owner.query(
    `INSERT INTO opening (round_id, shuffle_key, task_id, slot, language, skills, organization_ids)
     SELECT $1, row_number() OVER (ORDER BY slot, t.id), t.id, slot, 'zh', '{}', '{}' FROM task t, generate_series(1, $2::int) slot WHERE t.round_id = $1`,
    [roundId, k],
  )
}

export type BenchRater = { accountId: string; sessionId: string }

/** Raters with a live session, enrolled; `behind` ratings each lie behind them. */
export async function populateRaters(
  owner: pg.Client,
  study: BenchStudy,
  wanted: { count: number; behind?: number },
): Promise<BenchRater[]> {
  const raters: BenchRater[] = []
  for (let index = 0; index < wanted.count; index++) {
    const rater = { accountId: randomUUID(), sessionId: randomUUID() }
    await owner.query(`INSERT INTO account (id, role, simulated) VALUES ($1, 'rater', true)`, [
      rater.accountId,
    ])
    await owner.query(`INSERT INTO person (account_id, login, name) VALUES ($1, $2, 'Bench')`, [
      rater.accountId,
      `bench-${rater.accountId}`,
    ])
    await owner.query(
      `INSERT INTO session (id, account_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
      [rater.sessionId, rater.accountId],
    )
    await owner.query(`INSERT INTO enrolment (study_id, rater_id, pseudonym) VALUES ($1, $2, $3)`, [
      study.studyId,
      rater.accountId,
      rater.accountId,
    ])
    if (wanted.behind)
      await populateHistory(owner, study, { raterId: rater.accountId, behind: wanted.behind, index })
    raters.push(rater)
  }
  if (wanted.behind) await owner.query('ANALYZE assignment, rating, score, opening, enrolment')
  return raters
}

/** The first `behind` slots from the rater's place on the line, rated. */
async function populateHistory(
  owner: pg.Client,
  study: BenchStudy,
  past: { raterId: string; behind: number; index: number },
): Promise<void> {
  const start = past.index * past.behind
  await owner.query(
    `WITH taken AS (DELETE FROM opening WHERE round_id = $1 AND shuffle_key > $3 AND shuffle_key <= $4 RETURNING task_id, slot),
     done AS (
       INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, slot, status, label_order, ended_at)
       SELECT gen_random_uuid(), st.id, taken.task_id, $2, st.current_rubric_id, st.current_protocol_id, taken.slot, 'submitted', '{0,1,2,3}', now()
       FROM taken, study st WHERE st.current_round_id = $1 RETURNING id)
     INSERT INTO rating (id, assignment_id, dwell_ms) SELECT gen_random_uuid(), id, 1000 FROM done`,
    [study.roundId, past.raterId, start, start + past.behind],
  )
  await owner.query(`UPDATE enrolment SET done = $2, cursor = $3 WHERE rater_id = $1`, [
    past.raterId,
    past.behind,
    start + past.behind,
  ])
}
