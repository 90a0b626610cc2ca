import { isNeedlessSql } from '@/lib/data/cells/counting/needless-sql'
import { Prisma } from '@/lib/data/generated/client'

/**
 * Slots of turns that ended without a rating, at the end of the line, where every rater's cursor finds them. A check gets
 * a place there as well, for its own rater, since a task that never came a second time would be known as a check; others
 * take that place away as they come past (./passed-sql.ts), as they would take a slot.
 *
 * @param ended the relation of the assignments that ended; not those handed back for good
 */
export function backInLineSql(ended: 'gone' | 'ended'): Prisma.Sql {
  const of = Prisma.raw(ended)
  return Prisma.sql`
    INSERT INTO opening (round_id, shuffle_key, task_id, kind, slot, scope, scope_cells, replaces, language, skills, organization_ids)
    SELECT CASE ${of}.kind WHEN 'check' THEN st.current_round_id ELSE t.round_id END, nextval('opening_tail'), t.id,
      ${of}.kind, ${of}.slot, ${of}.scope, ${of}.scope_cells, CASE ${of}.kind WHEN 'check' THEN ${of}.id ELSE ${of}.replaces END,
      t.language, t.skills, t.organization_ids
    FROM ${of} JOIN task t ON t.id = ${of}.task_id JOIN study st ON st.id = t.study_id
    WHERE (${of}.kind = 'check' OR ${of}.kind IN ('live', 'extra') AND t.anchored_at IS NULL) AND NOT ${isNeedlessSql(ended)}`
}
