import type { NamedRatings } from '@/cli/stats/ratings-input'
import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { cohenKappaPairs } from '@/lib/stats/agreement/cohen-kappa'
import { fleissKappa } from '@/lib/stats/agreement/fleiss-kappa'
import { krippendorffAlpha, prepareKrippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { percentAgreement } from '@/lib/stats/agreement/percent-agreement'
import { randolphKappa } from '@/lib/stats/agreement/randolph-kappa'
import { mean } from '@/lib/stats/descriptive/mean'
import { percentile } from '@/lib/stats/descriptive/percentile'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { kendallTauB } from '@/lib/stats/inference/correlation/kendall-tau-b'
import { pearson } from '@/lib/stats/inference/correlation/pearson'
import { spearman } from '@/lib/stats/inference/correlation/spearman'
import { bootstrapSamples } from '@/lib/stats/intervals/item-bootstrap'
import { leaveOneOut } from '@/lib/stats/rater-models/leave-one-out'
import type { Ratings } from '@/lib/stats/ratings'

/** Everything of agreement and raters that the expected files state of one criterion. */
export function ratingFigures({ ratings, raters, n }: NamedRatings) {
  const perUnit = new Float64Array(n.items)
  for (const item of ratings.item) perUnit[item] = (perUnit[item] ?? 0) + 1
  const pairs = raterPairs(ratings, raters)
  return {
    n_ratings: n.ratings,
    n_units: n.items,
    n_raters: n.raters,
    ratings_per_unit: Object.fromEntries(
      [...new Set(perUnit)].map((count) => [count, perUnit.filter((other) => other === count).length]),
    ),
    pairable_units: perUnit.filter((count) => count > 1).length,
    alpha: alphas(ratings),
    alpha_by_pvs: alphas(ratings),
    fleiss: fleiss(ratings),
    pairs,
    pairs_mean: meansOf(pairs),
    raters: raterFigures(ratings, raters),
    bootstrap_alpha_interval_tol: bootstrapOfAlpha(ratings),
  }
}

export function alphas(ratings: Ratings) {
  const of = (level: 'nominal' | 'ordinal' | 'interval' | 'ratio') => krippendorffAlpha(ratings, level).value
  return { nominal: of('nominal'), ordinal: of('ordinal'), interval: of('interval'), ratio: of('ratio') }
}

export function fleiss(ratings: Ratings) {
  return {
    n_complete_units: new Set(ratings.item).size,
    categories: [...new Set(ratings.value)].sort((a, b) => a - b),
    fleiss: fleissKappa(ratings).value,
    randolph: randolphKappa(ratings).value,
    observed_agreement: percentAgreement(ratings).value,
  }
}

export function raterPairs(ratings: Ratings, raters: readonly string[]) {
  const [none, linear, quadratic] = (['none', 'linear', 'quadratic'] as const).map(
    (weights) => cohenKappaPairs(ratings, { weights }).pairs,
  )
  const scores = columnsOf(ratings)
  return (none ?? []).map(({ a, b, n, value, ...rest }, at) => {
    const [one, other] = [scores[a] ?? [], scores[b] ?? []]
    return {
      a: raters[a],
      b: raters[b],
      n,
      exact_agreement: rest.reason === null ? rest.observed : null,
      pearson: pearson(one, other).value,
      spearman: spearman(one, other).value,
      kendall_tau_b: kendallTauB(one, other).value,
      cohen_kappa: value,
      kappa_linear: linear?.[at]?.value ?? null,
      kappa_quadratic: quadratic?.[at]?.value ?? null,
    }
  })
}

/** One column of values per rater, by item; of a complete design. */
function columnsOf({ items, raters, item, rater, value }: Ratings): Float64Array[] {
  const columns = Array.from({ length: raters }, () => new Float64Array(items).fill(Number.NaN))
  value.forEach((score, at) => columns[rater[at] ?? 0]?.set([score], item[at] ?? 0))
  return columns
}

function meansOf(pairs: ReturnType<typeof raterPairs>) {
  const keys = [
    'exact_agreement',
    'pearson',
    'spearman',
    'kendall_tau_b',
    'cohen_kappa',
    'kappa_quadratic',
  ] as const
  return Object.fromEntries(keys.map((key) => [key, mean(pairs.map((pair) => pair[key] ?? Number.NaN))]))
}

function raterFigures(ratings: Ratings, raters: readonly string[]) {
  // The expected figures rank means as they came out of the arithmetic.
  const against = leaveOneOut(ratings, { grain: 0 })
  const own = raters.map((_, rater) => [...ratings.value].filter((_value, at) => ratings.rater[at] === rater))
  return Object.fromEntries(
    raters.map((name, rater) => {
      const { n, overlap, bias, meanAbsoluteDifference, ...with_ } = against[rater] ?? fail(name)
      const given = own[rater] ?? []
      const figures = {
        n,
        mean: mean(given),
        sd_ddof1: standardDeviation(given),
        n_overlap: overlap,
        bias_vs_others: bias.value,
        mad_vs_others: meanAbsoluteDifference.value,
        loo_pearson: with_.pearson.value,
        loo_spearman: with_.spearman.value,
      }
      return [name, figures]
    }),
  )
}

const fail = (name: string): never => {
  throw new Error(`no figures of ${name}`)
}

function bootstrapOfAlpha(ratings: Ratings) {
  const table = agreementTable(ratings, { keepRaters: false })
  const alpha = prepareKrippendorffAlpha(table, 'interval')
  const samples = bootstrapSamples(alpha, table, { resamples: 1000, seed: 1 }).sort()
  return {
    n_resamples: samples.length,
    resample: 'units',
    mean: mean([...samples]),
    sd: standardDeviation(samples),
    'p2.5': percentile(samples, 0.025),
    'p97.5': percentile(samples, 0.975),
  }
}
