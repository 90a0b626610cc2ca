import { Prisma } from '@/lib/data/generated/client'

/** Whether a rating `r` is the current revision of its assignment. */
export const isCurrentSql = Prisma.sql`NOT EXISTS (
  SELECT FROM rating later WHERE later.assignment_id = r.assignment_id AND later.revision > r.revision)`

/** Whether a rating `r` stopped counting as a whole: its rater is excluded. */
export const isStoppedSql = Prisma.sql`NOT coalesce((
  SELECT d.counts FROM counting_decision d WHERE d.rating_id = r.id AND d.output_id IS NULL AND d.criterion_id IS NULL
  ORDER BY d.sequence DESC LIMIT 1), true)`

/** The outputs for which a rating `r` stopped counting, whatever became of it as a whole. */
export const stoppedOutputsSql = Prisma.sql`ARRAY(
  SELECT output_id FROM (SELECT DISTINCT ON (d.output_id) d.output_id, d.counts FROM counting_decision d
    WHERE d.rating_id = r.id AND d.output_id IS NOT NULL AND d.criterion_id IS NULL
    ORDER BY d.output_id, d.sequence DESC) latest WHERE NOT counts)`

/** What a new opening takes over from its task `t`. */
export const audienceSql = Prisma.sql`t.language, t.skills, t.organization_ids`
export const openingColumnsSql = Prisma.sql`round_id, shuffle_key, task_id, kind, slot, scope, scope_cells, replaces,
  language, skills, organization_ids`

/** The highest number of a slot that a task `t` has or had. */
export const lastSlotSql = Prisma.sql`greatest(0,
  (SELECT max(o.slot) FROM opening o WHERE o.task_id = t.id),
  (SELECT max(a.slot) FROM assignment a WHERE a.task_id = t.id))`
