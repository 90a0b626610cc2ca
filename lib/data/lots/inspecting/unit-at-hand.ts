import type { Inspector } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import type { Transaction } from '@/lib/data/db'
import { heldFor } from './claim-unit'
import { isForOthersSql, knowsRaterSql } from './who-inspects'

/** A unit that was handed out and is to be committed; ids stay in the data layer. */
export type UnitAtHand = {
  id: string
  ratingId: string
  outputId: string
  studyId: string
  taskId: string
  rubricId: string
  protocolId: string
  /** Of the output in its task. */
  position: number
  /** Since it was handed out to this inspector; null where another has it by now. */
  dwellMs: number | null
  /** The inspector chose whose ratings these are, and nobody else was there to inspect them. */
  knowsRater: boolean
}

type Row = UnitAtHand & { committedBy: string | null; isForOthers: boolean }

export const noSuchUnit = () => new UserError('not_found', 'There is no such unit at hand in this lot.')

/** @throws UserError `not_found` for a unit that was never handed out, `conflict` where it is not this inspector's to commit */
export async function requireUnit(
  tx: Transaction,
  inspector: Inspector,
  of: { lotId: string; inspectionId: string },
): Promise<UnitAtHand> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT i.id, i.rating_id AS "ratingId", i.output_id AS "outputId", a.study_id AS "studyId", a.task_id AS "taskId",
      a.rubric_id AS "rubricId", a.protocol_id AS "protocolId", x.position::int,
      CASE WHEN i.held_by_id = ${inspector.id}::uuid
        THEN least(86400000, greatest(0, extract(epoch FROM now() - i.held_until + ${heldFor}) * 1000))::int END AS "dwellMs",
      own.rater_id AS "committedBy", ${isForOthersSql(inspector)} AS "isForOthers", ${knowsRaterSql(inspector)} AS "knowsRater"
    FROM inspection i JOIN rating r ON r.id = i.rating_id JOIN assignment a ON a.id = r.assignment_id
    JOIN task_output x ON x.task_id = a.task_id AND x.output_id = i.output_id
    LEFT JOIN assignment own ON own.id = i.assignment_id
    WHERE i.id = ${of.inspectionId}::uuid AND i.lot_id = ${of.lotId}::uuid AND i.held_by_id IS NOT NULL`
  if (!row) throw noSuchUnit()
  const { committedBy, isForOthers, ...unit } = row
  if (committedBy === inspector.id) throw new UserError('conflict', 'You have inspected this unit already.')
  if (committedBy !== null)
    throw new UserError('conflict', 'Another inspector was first with this unit; theirs counts.')
  if (isForOthers) throw new UserError('conflict', 'Another inspector has to inspect this unit.')
  return unit
}
