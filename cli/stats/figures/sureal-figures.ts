import type { Figure } from '@/lib/stats/figure'
import { annexE } from '@/lib/stats/rater-models/annex-e'
import { biasInconsistencyMle } from '@/lib/stats/rater-models/bias-inconsistency-mle'
import type { RaterScore } from '@/lib/stats/rater-models/bias-inconsistency'
import { biasRemovedScores } from '@/lib/stats/rater-models/bias-removed-scores'
import { bt500Screening, type Screening } from '@/lib/stats/rater-models/bt500-screening'
import { meanOpinionScores, type ItemScore } from '@/lib/stats/rater-models/mean-opinion-scores'
import { p913Scores } from '@/lib/stats/rater-models/p913-scores'
import { withoutRaters } from '@/lib/stats/rater-models/without-raters'
import { zScores } from '@/lib/stats/rater-models/z-scores'
import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import type { Ratings } from '@/lib/stats/ratings'

/** The models of Netflix' sureal, under its names. */
export function surealFigures(ratings: Ratings) {
  const screening = bt500Screening(ratings)
  const standardized = zScores(ratings).ratings
  const zScreening = bt500Screening(standardized)
  const unbiased = biasRemovedScores(ratings)
  const p913 = p913Scores(ratings)
  const [p910, mle] = [annexE(ratings), biasInconsistencyMle(ratings)]
  if (p910.reason !== null || mle.reason !== null) throw new Error('no fit')
  return {
    mos: scores(meanOpinionScores(ratings)),
    bt500_subject_rejection: {
      ...scores(meanOpinionScores(withoutRaters(ratings, screening.rejected))),
      ...screened(screening),
    },
    zscore_bt500: {
      ...scores(meanOpinionScores(withoutRaters(standardized, zScreening.rejected))),
      ...screened(zScreening),
    },
    bias_removed: { ...scores(unbiased.items), observer_bias: unbiased.bias.map(valueOf) },
    p913_12_4_bias_removed_bt500: {
      ...scores(p913.items),
      ...screened(p913.screening),
      observer_bias: p913.bias.map(valueOf),
    },
    p910_annexE_alternating_projection: { ...scores(p910.items), ...observers(p910.raters) },
    mle_bias_inconsistency: { ...scores(mle.items), ...observers(mle.raters) },
  }
}

const valueOf = ({ value }: Figure) => value

function scores(items: readonly ItemScore[]) {
  const errors = items.map(({ se }) => se.value)
  const half = errors.map((se) => (se === null ? null : normalQuantile(0.975) * se))
  return {
    quality_scores: items.map(({ score }) => score.value),
    quality_scores_std: errors,
    quality_scores_ci95: [half, half],
  }
}

const screened = ({ rejected, outsideShare, asymmetry }: Screening) => ({
  observer_rejected: rejected,
  observer_rejected_1st_stats: outsideShare.map(valueOf),
  observer_rejected_2nd_stats: asymmetry.map(valueOf),
})

const observers = (raters: readonly RaterScore[]) => ({
  observer_bias: raters.map(({ bias }) => bias.value),
  observer_inconsistency: raters.map(({ inconsistency }) => inconsistency.value),
})
