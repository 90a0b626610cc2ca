import { emptyTally, type DifferenceTally } from '@/lib/domain/quality/spot-check/difference-tally'
import { db } from '@/lib/data/db'
import { decidedSql, outputCounts } from './lot-units'

/** Enough outputs that a rate is known to a tenth of a percent or two; a page should not wait for all of a large round. */
const tasksAtMost = 2000

type Row = { steps: number | null; pairs: number; outputs: number }

/**
 * How far two of a study's raters lie apart over an output, counted over the live ratings that count now: of at most
 * 2,000 tasks that two or more have rated, picked by their random ids. As `afterOutputRating` counts, in one statement.
 */
async function counted(roundId: string): Promise<DifferenceTally> {
  const rows = await db.$queryRaw<Row[]>`
    WITH tasks AS (
      SELECT a.task_id FROM assignment a JOIN task t ON t.id = a.task_id
      WHERE t.round_id = ${roundId}::uuid AND a.kind = 'live' AND a.status = 'submitted'
      GROUP BY a.task_id HAVING count(*) > 1 ORDER BY a.task_id LIMIT ${tasksAtMost}
    ), rated AS MATERIALIZED (
      SELECT r.id, ${decidedSql} FROM tasks
      JOIN assignment a ON a.task_id = tasks.task_id AND a.kind = 'live' AND a.status = 'submitted'
      JOIN rating r ON r.assignment_id = a.id
        AND NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = a.id AND later.revision > r.revision)
    ), said AS MATERIALIZED (
      SELECT r.id AS rating_id, s.output_id, s.criterion_id, s.value / c.step AS steps
      FROM rated r JOIN score s ON s.rating_id = r.id JOIN criterion c ON c.id = s.criterion_id
      WHERE ${outputCounts}
    ), pair AS (
      SELECT one.output_id, ceil(max(abs(one.steps - other.steps)) - 1e-9)::int AS steps
      FROM said one JOIN said other ON other.output_id = one.output_id AND other.criterion_id = one.criterion_id
        AND other.rating_id > one.rating_id
      GROUP BY one.output_id, one.rating_id, other.rating_id
    )
    SELECT steps, count(*)::int AS pairs, count(DISTINCT output_id)::int AS outputs FROM pair GROUP BY ROLLUP (steps)`
  const tally: DifferenceTally = { ...emptyTally, pairs: [] }
  for (const { steps, pairs, outputs } of rows) {
    if (steps === null) tally.outputs = outputs
    else tally.pairs[steps] = pairs
  }
  tally.pairs = Array.from(tally.pairs, (pairs) => pairs ?? 0)
  return tally
}

const kept = new Map<string, { until: number; tally: Promise<DifferenceTally> }>()

/** The panel's own differences, not older than a minute. */
export function panelTally(roundId: string): Promise<DifferenceTally> {
  const found = kept.get(roundId)
  if (found && found.until > Date.now()) return found.tally
  const tally = counted(roundId)
  if (kept.size >= 100) kept.clear()
  kept.set(roundId, { until: Date.now() + 60_000, tally })
  tally.catch(() => kept.delete(roundId))
  return tally
}
