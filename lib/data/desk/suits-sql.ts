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
