import type { LotCriterion, LotUnit } from '@/lib/domain/quality/spot-check/lot'
import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'

/**
 * Whether a score `s` of a rating `r` is one that was asked for. A disputed cell may be named by the
 * criterion of another version of the rubric that carries it on unchanged.
 */
const askedFor = Prisma.sql`
  (cardinality(r.scope) = 0 OR s.output_id = ANY (r.scope))
  AND (cardinality(r.scope_cells) = 0 OR EXISTS (
    SELECT FROM unnest(r.scope_cells) cell JOIN criterion named ON named.id = split_part(cell, '/', 2)::uuid
      JOIN criterion own ON own.id = s.criterion_id
    WHERE split_part(cell, '/', 1)::uuid = s.output_id AND coalesce(named.same_as, named.id) = coalesce(own.same_as, own.id)))`

/**
 * Whether the output of a score `s` counts in a rating `r`, by the latest decision about the whole rating and the latest
 * about the output; `decided` is whether there is any, as most ratings have none and asking per score costs. Decisions
 * about single criteria are no matter here: a unit is an output's rating as a whole, and its draw must come out the same
 * whenever it is repeated.
 */
export const outputCounts = Prisma.sql`CASE WHEN decided THEN NOT EXISTS (
  SELECT FROM (
    SELECT DISTINCT ON (d.output_id) d.counts FROM counting_decision d
    WHERE d.rating_id = r.id AND d.criterion_id IS NULL AND (d.output_id IS NULL OR d.output_id = s.output_id)
    ORDER BY d.output_id, d.sequence DESC
  ) latest WHERE NOT latest.counts) ELSE true END`

/** Of a rating `r`, once each. */
export const decidedSql = Prisma.sql`EXISTS (SELECT FROM counting_decision d WHERE d.rating_id = r.id) AS decided`

/** Ratings as these conditions ask about them. */
const rated = Prisma.sql`
  SELECT r.id, ${decidedSql}, a.id AS assignment_id, a.rater_id, a.task_id, a.rubric_id, a.scope, a.scope_cells
  FROM rating r JOIN assignment a ON a.id = r.assignment_id`

/** A rating with at least one output that counts: only such a rating is put into a lot. */
export type CountingRating = {
  assignmentId: string
  ratingId: string
  raterId: string
  /** Of what was first said: a correction does not move a rating. */
  sequence: bigint
  inLot: boolean
}

type Wanted = {
  roundId: string
  /** Null: every rater of the round. */
  raterId: string | null
  since?: Date | null
  /** Ratings that no lot has; else all, with a mark. */
  freeOnly: boolean
  limit?: number
}

/**
 * The counting ratings of a round in their current revision, oldest first. What stands on an anchor's task is no work of
 * the round any more.
 */
export async function countingRatings(tx: Transaction, wanted: Wanted): Promise<CountingRating[]> {
  const { roundId, raterId, since = null, freeOnly, limit = null } = wanted
  const conditions = [
    Prisma.sql`a.study_id = (SELECT study_id FROM round WHERE id = ${roundId}::uuid)`,
    Prisma.sql`a.kind IN ('live', 'extra') AND a.status = 'submitted'`,
    Prisma.sql`NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = a.id AND later.revision > r.revision)`,
    ...(raterId === null ? [] : [Prisma.sql`a.rater_id = ${raterId}::uuid`]),
    ...(since === null ? [] : [Prisma.sql`a.ended_at >= ${since}::timestamptz`]),
    ...(freeOnly ? [Prisma.sql`NOT EXISTS (SELECT FROM lot_rating l WHERE l.assignment_id = a.id)`] : []),
  ]
  return tx.$queryRaw<CountingRating[]>`
    WITH rated AS MATERIALIZED (
      ${rated} JOIN task t ON t.id = a.task_id AND t.round_id = ${roundId}::uuid AND t.anchored_at IS NULL
      WHERE ${Prisma.join(conditions, ' AND ')}
    )
    SELECT r.assignment_id AS "assignmentId", r.id AS "ratingId", r.rater_id AS "raterId", first.sequence,
      EXISTS (SELECT FROM lot_rating l WHERE l.assignment_id = r.assignment_id) AS "inLot"
    FROM rated r JOIN rating first ON first.assignment_id = r.assignment_id AND first.revision = 1
    WHERE EXISTS (SELECT FROM score s WHERE s.rating_id = r.id AND ${askedFor} AND ${outputCounts} OFFSET 0)
    ORDER BY first.sequence LIMIT ${limit}::int`
}

export type UnitsOfLot = { units: LotUnit[]; criteria: LotCriterion[] }

const unitColumns = Prisma.sql`r.id AS "ratingId", r.task_id AS "taskId", s.output_id AS "outputId",
  json_object_agg(s.criterion_id, s.value) AS scores`

/** The units of ratings that are about to form a lot; a criterion goes by its row, so that versions of a rubric do not mix. */
export async function unitsOfRatings(tx: Transaction, ratingIds: readonly string[]): Promise<UnitsOfLot> {
  const units = await tx.$queryRaw<LotUnit[]>`
    WITH rated AS MATERIALIZED (${rated} WHERE r.id = ANY (${[...ratingIds]}::uuid[]))
    SELECT ${unitColumns} FROM rated r JOIN score s ON s.rating_id = r.id WHERE ${askedFor} AND ${outputCounts}
    GROUP BY r.id, r.task_id, s.output_id`
  return { units, criteria: await criteriaOf(tx, ratingIds) }
}

/** The units of a lot as they were when it was formed: with its plan and seed the draw can be repeated. */
export async function unitsOfLot(tx: Transaction, lotId: string): Promise<UnitsOfLot> {
  const units = await tx.$queryRaw<LotUnit[]>`
    SELECT ${unitColumns} FROM inspection i JOIN (${rated}) r ON r.id = i.rating_id
    JOIN score s ON s.rating_id = r.id AND s.output_id = i.output_id
    WHERE i.lot_id = ${lotId}::uuid AND ${askedFor} GROUP BY r.id, r.task_id, s.output_id`
  return { units, criteria: await criteriaOf(tx, [...new Set(units.map(({ ratingId }) => ratingId))]) }
}

/** What was said about one output, by the criterion's key. */
export async function scoresOfUnit(tx: Transaction, unit: { ratingId: string; outputId: string }) {
  const [row] = await tx.$queryRaw<{ scores: Record<string, number> | null }[]>`
    SELECT json_object_agg(c.key, s.value) AS scores
    FROM (${rated} WHERE r.id = ${unit.ratingId}::uuid) r
    JOIN score s ON s.rating_id = r.id AND s.output_id = ${unit.outputId}::uuid JOIN criterion c ON c.id = s.criterion_id
    WHERE ${askedFor}`
  return row?.scores ?? {}
}

async function criteriaOf(tx: Transaction, ratingIds: readonly string[]): Promise<LotCriterion[]> {
  const rows = await tx.$queryRaw<{ id: string; min: number; max: number; step: number }[]>`
    SELECT c.id, c.minimum AS min, c.maximum AS max, c.step FROM criterion c JOIN rubric b ON b.id = c.rubric_id
    WHERE b.id IN (SELECT a.rubric_id FROM rating r JOIN assignment a ON a.id = r.assignment_id WHERE r.id = ANY (${[...ratingIds]}::uuid[]))
    ORDER BY b.version, c.position`
  return rows.map(({ id, ...scale }) => ({ id, scale }))
}
