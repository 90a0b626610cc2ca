import { annexE } from '@/lib/stats/rater-models/annex-e'
import { bt500Screening } from '@/lib/stats/rater-models/bt500-screening'
import { meanOpinionScores, type ItemScore } from '@/lib/stats/rater-models/mean-opinion-scores'
import { zScores } from '@/lib/stats/rater-models/z-scores'
import { answerOf, reasonText, seeDetails } from './answer'
import type { Measure } from './measure'
import { byName } from './named'
import { readRatings } from './ratings-input'

const figures = ({ n, score, se }: ItemScore) => ({ score: score.value, se: se.value, n })

/** Scores in units of each rater's own mean and spread. */
const zscores: Measure = async (query) => {
  const { ratings, items, raters, n } = await readRatings(query)
  if (n.ratings === 0) return answerOf('zscores', n, { value: null, reason: 'no-ratings' })
  const standardized = zScores(ratings)
  const itemFigures = meanOpinionScores(standardized.ratings).map(figures)
  const raterFigures = standardized.raters.map(({ n, mean, standardDeviation, leftOut }) => ({
    n,
    mean: mean.value,
    standardDeviation: standardDeviation.value,
    leftOut: leftOut && reasonText(leftOut),
  }))
  const details = { items: byName(items, itemFigures), raters: byName(raters, raterFigures) }
  return answerOf('zscores', n, seeDetails(details))
}

/** Scores that allow for each rater's bias and inconsistency (ITU-T P.910, Annex E). */
const p910: Measure = async (query) => {
  const { ratings, items, raters, n } = await readRatings(query)
  const fit = annexE(ratings)
  if (fit.reason !== null) {
    const { reason } = fit
    const named = (places: number[]) => places.map((place) => raters[place] ?? '')
    const details =
      reason === 'unbounded'
        ? { raters: named(fit.raters) }
        : reason === 'disconnected'
          ? { components: fit.components.map(named) }
          : {}
    return answerOf('p910', n, { value: null, reason, details })
  }
  const raterFigures = fit.raters.map((rater) => ({
    bias: rater.bias.value,
    inconsistency: rater.inconsistency.value,
    n: rater.n,
  }))
  const details = {
    items: byName(items, fit.items.map(figures)),
    raters: byName(raters, raterFigures),
    iterations: fit.iterations,
    converged: fit.converged,
  }
  return answerOf('p910', n, seeDetails(details))
}

/**
 * How many raters the screening of ITU-R BT.500 rejects, and which. Items that all rate alike are skipped: by the letter
 * each of their raters would stand outside.
 */
const bt500: Measure = async (query) => {
  const { ratings, raters, n } = await readRatings(query)
  if (n.ratings === 0) return answerOf('bt500', n, { value: null, reason: 'no-ratings' })
  const { rejected, outsideShare, asymmetry } = bt500Screening(ratings, { unanimous: 'skipped' })
  const names = raters.filter((_, rater) => rejected[rater])
  const raterFigures = raters.map((_, rater) => ({
    rejected: rejected[rater] ?? false,
    outsideShare: outsideShare[rater]?.value ?? null,
    asymmetry: asymmetry[rater]?.value ?? null,
  }))
  const details = { rejected: names, raters: byName(raters, raterFigures) }
  return answerOf('bt500', n, { value: names.length, reason: null, details })
}

export const raterMeasures: Record<string, Measure> = { zscores, p910, bt500 }
