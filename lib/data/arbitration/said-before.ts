import type { Inspector } from '@/lib/domain/people/actor'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import { cause } from '@/lib/domain/quality/arbitration/causes'
import type { Transaction } from '@/lib/data/db'
import type { GivenCell, Meeting } from './given-values'

/** A decision as its author is told of it: whether it is the one that stands, and the cause named so far. */
export type ToldDecision = { id: string; stands: boolean; cause: Cause | null }

type Row = {
  id: string
  outputId: string
  criterionId: string
  byId: string
  value: number
  minutes: string | null
  present: string[]
  cause: string | null
}

type Asked = {
  given: readonly GivenCell[]
  meeting: Meeting | null
  /** Criterion of any version of the rubric → the one that it carries on. */
  rootOf: ReadonlyMap<string, string>
}

/**
 * The decisions that this very answer has made already: it was lost on its way back, and came again. They are answered
 * once more; written again they would stand on record as a second opinion.
 *
 * @returns one a cell, in their order; null where any of them says something else than what was decided last, or is new
 */
export async function saidBefore(
  tx: Transaction,
  inspector: Inspector,
  { given, meeting, rootOf }: Asked,
): Promise<ToldDecision[] | null> {
  if (given.some(({ cell }) => cell.facts.decision === null)) return null
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.id, d.output_id AS "outputId", d.criterion_id AS "criterionId", d.by_id AS "byId", d.value, d.minutes, d.present,
      (SELECT said.cause FROM arbitration_cause said WHERE said.arbitration_id = d.id ORDER BY said.sequence DESC LIMIT 1) AS cause
    FROM arbitration d WHERE d.output_id = ANY (${given.map(({ cell }) => cell.outputId)}::uuid[]) ORDER BY d.sequence`
  const told = given.map(({ cell, value }) => {
    const decisions = rows.filter(
      ({ outputId, criterionId }) =>
        outputId === cell.outputId && rootOf.get(criterionId) === cell.criterion.root,
    )
    const own = decisions.findLast(({ byId }) => byId === inspector.id)
    return own?.value === value && isSameMeeting(own, meeting)
      ? [{ id: own.id, stands: own === decisions[0], cause: cause.nullable().parse(own.cause) }]
      : []
  })
  return told.every((each) => each.length > 0) ? told.flat() : null
}

const isSameMeeting = ({ minutes, present }: Row, meeting: Meeting | null) =>
  minutes === (meeting?.minutes ?? null) &&
  present.length === (meeting?.present.length ?? 0) &&
  present.every((name, place) => name === meeting?.present[place])
