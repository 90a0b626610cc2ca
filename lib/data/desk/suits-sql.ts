import { Prisma } from '@/lib/data/generated/client'

/** Of `enrolment e` and its `person`: what decides which work suits a rater. */
export const raterColumnsSql = Prisma.sql`
  ARRAY(SELECT split_part(lower(l), '-', 1) FROM unnest(person.languages) l) AS languages, coalesce(person.skills, '{}') AS skills,
  ARRAY(SELECT a.organization_id FROM affiliation a
    WHERE a.account_id = e.rater_id AND (a.until IS NULL OR a.until >= current_date)) AS organizations`

/**
 * Whether a task or an opening `q` suits the rater of `seat`, by language, skills and conflicts of interest. Subselects
 * on purpose: they are looked up once, while the line is walked by its index.
 */
export const suitsSql = Prisma.sql`
  (cardinality((SELECT languages FROM seat)) = 0 OR q.language = 'und'
    OR q.language = ANY ((SELECT languages FROM seat)::text[]))
  AND q.skills <@ (SELECT skills FROM seat)
  AND NOT q.organization_ids && (SELECT organizations FROM seat)`

/**
 * Whether an opening `q` is of a task that is new to the rater: one that the rater neither holds nor has submitted, nor
 * handed back twice; an expired lease was nobody's rating, and somebody may think again once. Where a repaired rubric
 * asks for some of a task's cells anew, and for these alone, it is new again. What came as a check or in a calibration
 * never comes as work: its text was another one, or its scores were shown.
 */
export function isNewSql(rater: string): Prisma.Sql {
  return Prisma.sql`
  (SELECT coalesce(sum(CASE WHEN seen.kind IN ('check', 'calibration') THEN 2
      WHEN seen.status = 'expired' OR seen.rubric_id <> (SELECT rubric_id FROM seat)
        AND q.kind = 'live' AND cardinality(q.scope_cells) > 0 THEN 0
      WHEN seen.status = 'skipped' THEN 1 ELSE 2 END), 0)
    FROM assignment seen WHERE seen.task_id = q.task_id AND seen.rater_id = ${rater}::uuid AND seen.kind <> 'inspection') < 2`
}
