import { randomInt } from 'node:crypto'
import type { Admin } from '@/lib/domain/people/actor'
import type { OutputTurn } from '@/lib/domain/bundle/outputs-file'
import { damageTurns } from '@/lib/domain/quality/checks/damage/damage-text'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { db } from '@/lib/data/db'
import { renderedOutput, type Renderer } from '@/lib/data/imports/rendered'
import { checkRates } from './check-rates'

/** Damaged outputs that a study has ready; a rater meets few of them. */
const READY = 200
/** Texts looked at in one go: some are too short to be damaged. */
const AT_ONCE = 100

type Original = { taskId: string; outputId: string; source: OutputTurn[] }

/**
 * Prepares damaged outputs of random live tasks of the studies that take work and ask for such checks, and forgets those
 * of studies that are over. Returns how many are new.
 */
export async function prepareDamagedOutputs(_operator: Admin, renderer: Renderer): Promise<number> {
  await db.$executeRaw`
    DELETE FROM damaged_output d USING task t JOIN study st ON st.id = t.study_id
    WHERE t.id = d.task_id AND st.state NOT IN ('open', 'paused')`
  const studies = await db.study.findMany({
    where: { state: 'open', currentRoundId: { not: null } },
    select: { currentRoundId: true, currentProtocol: { select: { checks: true } } },
  })
  let made = 0
  for (const { currentRoundId, currentProtocol } of studies) {
    const rates = checkRates(currentProtocol?.checks)
    if (rates && rates.degraded > 0 && currentRoundId) made += await prepareRound(currentRoundId, renderer)
  }
  return made
}

async function prepareRound(roundId: string, renderer: Renderer): Promise<number> {
  const [ready] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM damaged_output d JOIN task t ON t.id = d.task_id WHERE t.round_id = ${roundId}::uuid`
  const missing = Math.min(AT_ONCE, READY - (ready?.n ?? 0))
  if (missing <= 0) return 0
  let made = 0
  for (const original of await originals(roundId, missing)) {
    if (await prepare(original, renderer)) made += 1
  }
  return made
}

/** One output each of random live tasks that have none damaged yet. */
async function originals(roundId: string, limit: number): Promise<Original[]> {
  return db.$queryRaw<Original[]>`
    SELECT t.id AS "taskId", o.id AS "outputId", c.source
    FROM (SELECT id FROM task WHERE round_id = ${roundId}::uuid AND anchored_at IS NULL
        AND NOT EXISTS (SELECT FROM damaged_output d WHERE d.task_id = task.id)
      ORDER BY random() LIMIT ${limit}::int) t
    CROSS JOIN LATERAL (SELECT x.output_id FROM task_output x WHERE x.task_id = t.id ORDER BY random() LIMIT 1) x
    JOIN output o ON o.id = x.output_id JOIN content c ON c.hash = o.content_hash`
}

async function prepare({ taskId, outputId, source }: Original, renderer: Renderer): Promise<boolean> {
  const turns = damagedTurns(source, seededRandom(randomInt(2 ** 32)))
  if (!turns) return false
  const { hash, html } = await renderedOutput(turns, renderer)
  // A task may leave live work meanwhile.
  const stored = await db.$executeRaw`
    WITH kept AS (
      INSERT INTO content (hash, source, html)
      VALUES (decode(${hash}, 'hex'), ${JSON.stringify(turns)}::jsonb, ${JSON.stringify(html)}::jsonb) ON CONFLICT DO NOTHING)
    INSERT INTO damaged_output (task_id, output_id, content_hash)
    SELECT t.id, ${outputId}::uuid, decode(${hash}, 'hex') FROM task t WHERE t.id = ${taskId}::uuid AND t.anchored_at IS NULL
    ON CONFLICT DO NOTHING`
  return stored > 0
}

/** Of a dialogue with a user side of its own, what the model said is damaged. */
function damagedTurns(source: readonly OutputTurn[], random: Random): OutputTurn[] | null {
  const isOwn = (turn: OutputTurn) => typeof turn === 'string' || turn.role === 'assistant'
  const own = source.filter(isOwn)
  const damaged = damageTurns(
    own.map((turn) => (typeof turn === 'string' ? turn : turn.content)),
    random,
  )
  if (!damaged) return null
  let at = 0
  return source.map((turn) => {
    if (!isOwn(turn)) return turn
    const text = damaged[at] ?? ''
    at += 1
    return typeof turn === 'string' ? text : { ...turn, content: text }
  })
}
