import type { NotCounting } from '@/lib/domain/quality/arbitration/agreed-record'
import type { CellRating } from '@/lib/domain/quality/arbitration/cell-step'
import { decisionReasons, type NotCountingReason } from '@/lib/domain/leaderboard/rating-row'
import type { Said, SaidRating, Stop } from './said-rows'
import type { SettledCriterion, SettlingTerms } from './settling-terms'

export type CountedCell = { ratings: CellRating[]; notCounting: NotCounting[]; cannotJudge: number }

type Cell = { outputId: string; criterion: SettledCriterion }

/**
 * What counts in one cell, of all that was said about its output: as `scoreRowsSql` of lib/data/releases has it, for
 * boards. Ratings under an earlier rubric count where the criterion is carried on unchanged. Whoever was not asked about a
 * cell is no part of its record, though the whole sheet was scored.
 *
 * @param said about the cell's output, in order of arrival
 */
export function whatCounts(
  said: readonly Said[],
  { outputId, criterion }: Cell,
  { rootOf, criterionIn }: Pick<SettlingTerms, 'rootOf' | 'criterionIn'>,
): CountedCell {
  const cell: CountedCell = { ratings: [], notCounting: [], cannotJudge: 0 }
  for (const { rating, scores } of said) {
    const own = criterionIn.get(rating.rubricId)?.get(criterion.root)
    if (own === undefined || !isAsked(rating, { outputId, root: criterion.root, rootOf })) continue
    const { ratingId, extra } = rating
    const value = scores[own]
    if (value === undefined) {
      if (!rating.cannotJudge?.includes(outputId)) continue
      cell.cannotJudge += 1
      cell.notCounting.push({ ratingId, value: null, reason: 'cannot_judge' })
      continue
    }
    const reason = rating.stops ? reasonOf(rating.stops, { outputId, criterionId: own }) : null
    if (reason === null) cell.ratings.push({ ratingId, value, extra })
    else cell.notCounting.push({ ratingId, value, reason })
  }
  return cell
}

type Asked = { outputId: string; root: string; rootOf: ReadonlyMap<string, string> }

function isAsked({ scope, scopeCells }: SaidRating, { outputId, root, rootOf }: Asked): boolean {
  if (scope.length > 0 && !scope.includes(outputId)) return false
  return (
    scopeCells.length === 0 ||
    scopeCells.some((named) => {
      const [output, criterion = ''] = named.split('/')
      return output === outputId && rootOf.get(criterion) === root
    })
  )
}

/** Why a score stopped counting, by the decision that stands: a word of ours, or `excluded`. */
function reasonOf(
  stops: readonly Stop[],
  cell: { outputId: string; criterionId: string },
): NotCountingReason | null {
  const stop = stops.find(
    ({ output, criterion }) =>
      (output === null || output === cell.outputId) && (criterion === null || criterion === cell.criterionId),
  )
  return stop ? (decisionReasons.find((known) => known === stop.reason) ?? 'excluded') : null
}
