import type { ArbiterDecision } from '@/lib/domain/quality/arbitration/decision'
import { requireDecision } from '@/lib/domain/quality/arbitration/decision'
import { isOnScale } from '@/lib/domain/study/scale'
import { UserError } from '@/lib/domain/user-error'
import type { KnownCell } from '@/lib/data/cells/settling/known-cells'
import type { CaseLabels } from './case-sheet'
import type { PersonCell } from './disputed-cells'

/** Label → criterion → value. */
export type GivenValues = Record<string, Record<string, number>>

export type GivenCell = { cell: KnownCell; label: string; criterion: string; value: number }

type Case = {
  labels: CaseLabels
  /** Criterion → its row in the newest rubric. */
  criterionIds: ReadonlyMap<string, string>
  cells: readonly KnownCell[]
  waiting: readonly PersonCell[]
}

/**
 * The cells that values are given for. Every cell that waits has one, each is a level of its scale, and nothing is decided
 * that was never in dispute or has been settled meanwhile.
 *
 * @throws UserError `invalid` with a sentence per field, `conflict`
 */
export function givenCells(values: GivenValues, { labels, criterionIds, cells, waiting }: Case): GivenCell[] {
  const fields: Record<string, string> = {}
  const given = Object.entries(values).flatMap(([label, scores]) =>
    Object.entries(scores).flatMap(([criterion, value]): GivenCell[] => {
      const outputId = labels.outputOf.get(label)
      const criterionId = criterionIds.get(criterion)
      const cell = cells.find((each) => each.outputId === outputId && each.criterionId === criterionId)
      if (!cell) fields[`values.${label}.${criterion}`] = 'names no cell of this case'
      else if (!isOnScale(value, cell.criterion.scale))
        fields[`values.${label}.${criterion}`] = offScale(value, cell)
      return cell ? [{ cell, label, criterion, value }] : []
    }),
  )
  for (const { outputId, criterion } of waiting) {
    const label = labels.labelOf.get(outputId) ?? ''
    if (values[label]?.[criterion] === undefined)
      fields[`values.${label}.${criterion}`] = 'nothing came, expected a level'
  }
  const isMeant = (each: GivenCell) =>
    each.cell.facts.decision !== null ||
    waiting.some(
      ({ outputId, criterionId }) => outputId === each.cell.outputId && criterionId === each.cell.criterionId,
    )
  if (given.some((each) => !isMeant(each)))
    throw new UserError(
      'conflict',
      'Cells of this case were settled meanwhile; open it again to see what is left.',
    )
  if (given.length === 0 || Object.keys(fields).length > 0)
    throw new UserError('invalid', 'The decision is not complete.', {
      fields: given.length === 0 ? { values: 'nothing came', ...fields } : fields,
    })
  return given
}

const offScale = (value: number, { criterion: { scale } }: KnownCell) =>
  `${value} came, expected ${scale.min} to ${scale.max} in steps of ${scale.step}`

export type Meeting = { minutes: string; present: string[] }

/** Who decides: the inspector alone, or a meeting with its minutes. */
export function requireArbiter(
  given: readonly GivenCell[],
  { by, meeting, isMeetingAsked }: { by: string; meeting: Meeting | null; isMeetingAsked: boolean },
): void {
  if (meeting === null && isMeetingAsked)
    throw new UserError(
      'invalid',
      'In this study a consensus meeting decides: its minutes and who was there are needed.',
      {
        fields: { meeting: 'nothing came, expected minutes and two or more people' },
      },
    )
  if (meeting?.minutes.trim() === '')
    throw new UserError('invalid', 'A meeting has minutes.', {
      fields: { 'meeting.minutes': 'nothing came, expected what was said' },
    })
  for (const { cell, value } of given) {
    const decision: ArbiterDecision = meeting
      ? { by: 'meeting', value, cause: null, minutes: meeting.minutes, present: meeting.present }
      : { by: 'inspector', value, cause: null, inspectorId: by }
    requireDecision(decision, cell.criterion.scale)
  }
}
