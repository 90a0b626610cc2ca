import type { Transaction } from '@/lib/data/db'
import { lastSlotSql, seatsSql, type Round } from './seats-sql'

export type SeatChange = { opened: number; withdrawn: number }

/**
 * Lets every live task of a round have k ratings, cells of a repaired rubric too: opens what is missing, at the end of
 * the line, and withdraws free openings that are not needed any more. What was rated or is held stays, and counts, beyond
 * k as well.
 */
export async function fitSeats(tx: Transaction, round: Round, k: number): Promise<SeatChange> {
  const opened = await openMissing(tx, round, k)
  const withdrawn = await withdrawSpare(tx, round, k)
  return { opened, withdrawn }
}

/** What `fitSeats` would do now. */
export async function seatOutlook(tx: Transaction, round: Round, k: number): Promise<SeatChange> {
  const [row] = await tx.$queryRaw<SeatChange[]>`
    WITH ${seatsSql(round)}
    SELECT coalesce(sum(${k}::int - seats) FILTER (WHERE seats < ${k}::int), 0)::int AS opened,
      coalesce(sum(least(free, seats - ${k}::int)) FILTER (WHERE seats > ${k}::int), 0)::int AS withdrawn FROM counted`
  if (!row) throw new RangeError('a query without GROUP BY gives one row')
  return row
}

async function openMissing(tx: Transaction, round: Round, k: number): Promise<number> {
  // Whole tasks first: a new seat of the whole task serves its parts as well.
  const whole = await openParts(tx, round, { k, whole: true })
  return whole + (await openParts(tx, round, { k, whole: false }))
}

function openParts(
  tx: Transaction,
  round: Round,
  { k, whole }: { k: number; whole: boolean },
): Promise<number> {
  return tx.$executeRaw`
    WITH ${seatsSql(round)}, missing AS (
      SELECT task_id, cells, n, row_number() OVER (PARTITION BY task_id ORDER BY cells, n) AS place
      FROM counted CROSS JOIN LATERAL generate_series(1, ${k}::int - seats) n
      WHERE (cardinality(cells) = 0) = ${whole}
    ), line AS (
      SELECT t.*, missing.cells, missing.place + ${lastSlotSql} AS slot
      FROM missing JOIN task t ON t.id = missing.task_id ORDER BY missing.n, random()
    )
    INSERT INTO opening (round_id, shuffle_key, task_id, slot, scope_cells, language, skills, organization_ids)
    SELECT round_id, nextval('opening_tail'), id, slot, cells, language, skills, organization_ids FROM line`
}

type Withdrawal = { wanted: number; done: number }

/**
 * A claim may take the very opening that is to go and leave another: so it is counted again until nothing is spare. Each
 * pass waits for the claims that it meets.
 */
async function withdrawSpare(tx: Transaction, round: Round, k: number): Promise<number> {
  let total = 0
  for (;;) {
    const { wanted, done } = await withdrawOnce(tx, round, k)
    total += done
    if (wanted === 0) return total
  }
}

async function withdrawOnce(tx: Transaction, round: Round, k: number): Promise<Withdrawal> {
  const [row] = await tx.$queryRaw<Withdrawal[]>`
    WITH ${seatsSql(round)}, ranked AS (
      SELECT o.shuffle_key, counted.seats - ${k}::int AS spare,
        row_number() OVER (PARTITION BY o.task_id, counted.cells ORDER BY o.replaces IS NOT NULL, o.shuffle_key DESC) AS place
      FROM counted JOIN opening o ON o.round_id = ${round.roundId}::uuid AND o.task_id = counted.task_id
        AND o.kind = 'live' AND o.scope_cells = counted.cells
      WHERE counted.seats > ${k}::int
    ), gone AS (
      DELETE FROM opening o USING ranked
      WHERE o.round_id = ${round.roundId}::uuid AND o.shuffle_key = ranked.shuffle_key AND ranked.place <= ranked.spare
      RETURNING o.shuffle_key
    )
    SELECT (SELECT count(*) FROM ranked WHERE place <= spare)::int AS wanted, (SELECT count(*) FROM gone)::int AS done`
  if (!row) throw new RangeError('a query without FROM gives one row')
  return row
}
