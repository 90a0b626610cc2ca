import { groupBy } from '@/lib/domain/group-by'
import type { ScaleShape } from '@/lib/domain/study/scale'
import type { CellId } from './extra-request'

/** A cell that waits for a person. */
export type DisputedCell = CellId & {
  promptId: string
  /** The ratings that count. Used for their distance alone. */
  values: readonly number[]
  scale: ScaleShape
  /** Of the criterion in the total; 0 where it is not in it. */
  weight: number
  /** When the cell came to wait. */
  since: Date
}

/** One prompt with its disputed cells: what is laid before the arbiter at once. */
export type ArbitrationCase = {
  promptId: string
  /** In the order of their ids, which are random. */
  cells: CellId[]
  /** What the decisions can change; see `byConsequence`. Carries no order of scores. */
  consequence: number
  since: Date
}

/**
 * Cases, the most consequential first: the sum over a prompt's waiting cells of the width of the values still possible
 * (the range of the ratings, as a share of the scale) × the weight of the criterion. Cells out of the total come after
 * those in it. Equals in order of age, then of ids.
 *
 * Neither how high scores are nor whose output it is enters: scores turned upside down give the same order, so that the
 * queue shows no order of models.
 */
export function byConsequence(cells: readonly DisputedCell[]): ArbitrationCase[] {
  const cases = Array.from(
    groupBy(cells, ({ promptId }) => promptId),
    ([promptId, ofPrompt]) => ({ ...caseOf(promptId, ofPrompt), outOfTotal: sumOf(ofPrompt, () => 1) }),
  )
  return cases
    .sort(
      (a, b) =>
        decreasing(a.consequence, b.consequence) ||
        decreasing(a.outOfTotal, b.outOfTotal) ||
        a.since.getTime() - b.since.getTime() ||
        compared(a.promptId, b.promptId),
    )
    .map(({ outOfTotal: _, ...each }) => each)
}

function caseOf(promptId: string, cells: readonly DisputedCell[]): ArbitrationCase {
  return {
    promptId,
    cells: cells
      .map(({ outputId, criterionId }) => ({ outputId, criterionId }))
      .sort((a, b) => compared(a.outputId, b.outputId) || compared(a.criterionId, b.criterionId)),
    consequence: sumOf(cells, ({ weight }) => weight),
    since: new Date(Math.min(...cells.map(({ since }) => since.getTime()))),
  }
}

function sumOf(cells: readonly DisputedCell[], weightOf: (cell: DisputedCell) => number): number {
  return cells.reduce((sum, cell) => sum + width(cell) * weightOf(cell), 0)
}

function width({ values, scale }: DisputedCell): number {
  if (values.length === 0) return 1
  return (Math.max(...values) - Math.min(...values)) / (scale.max - scale.min)
}

/** Sums of the same widths in another order differ in their last digits. */
const decreasing = (a: number, b: number) => (Math.abs(a - b) < 1e-9 ? 0 : b - a)
const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
