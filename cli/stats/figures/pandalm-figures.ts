import { readComparisons, type NamedComparisons } from '@/cli/stats/comparisons-input'
import { named as byKey, namedWith } from './by-name'
import { Query } from '@/cli/stats/query'
import { asRatings, type NamedLabels } from '@/cli/stats/ratings-input'
import { bootstrapByPrompt } from '@/lib/stats/comparisons/bootstrap-by-prompt'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import type { ComparisonCounts } from '@/lib/stats/comparisons/comparisons'
import { davidson } from '@/lib/stats/comparisons/davidson'
import { elo, onEloScale } from '@/lib/stats/comparisons/elo'
import type { PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { winRates } from '@/lib/stats/comparisons/win-rates'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import { majorityVote } from '@/lib/stats/label-models/majority-vote'
import { labelsOf, ratingsFile } from './data'
import { alphas, fleiss, raterPairs } from './rating-figures'

const file = ratingsFile('pandalm', 'pairwise.csv')

/** 999 comparisons of five models by three people. */
export async function pandalmFigures() {
  const labelled = await labelsOf(file, { item: 'item_id', rater: 'rater_id', value: 'verdict' })
  const ratings = { ...asRatings(labelled), value: coded(labelled) }
  const pairs = raterPairs(ratings, labelled.raters)
  const votes = majorityVote(labelled.labels)
  const counts = labelled.categories.map((name, at) => [
    name,
    votes.filter(({ label }) => label === at).length,
  ])
  return {
    agreement: {
      alpha: alphas(ratings),
      fleiss: fleiss(ratings),
      pairs,
      published_cohen: Object.fromEntries(
        pairs.map(({ a, b, cohen_kappa }) => [`${last(a)}-${last(b)}`, cohen_kappa]),
      ),
    },
    all_raters: await comparisonFigures(),
    majority_verdict_counts: Object.fromEntries(counts),
    no_majority_items: votes.filter(({ label }) => label === null).length,
  }
}

/** The authors' codes: 0 a tie, 1 and 2 the one that is better. */
const coded = ({ labels, categories }: NamedLabels) =>
  Float64Array.from(labels.label, (at) => ['tie', 'A', 'B'].indexOf(categories[at] ?? ''))

const last = (name: string | undefined) => name?.at(-1) ?? ''

async function comparisonFigures() {
  const columns = { item: 'item_id', rater: 'rater_id', a: 'system_a', b: 'system_b' }
  const named = await readComparisons(new Query('figures', file, columns))
  const { comparisons, models } = named
  const counts = comparisonCounts(comparisons)
  const verdicts = (verdict: number) => comparisons.verdict.filter((said) => said === verdict).length
  return {
    systems: models,
    wins: square(counts, counts.wins),
    ties: square(counts, counts.ties),
    verdicts: { A: verdicts(1), B: verdicts(-1), tie: verdicts(0) },
    win_rate_ties_half: namedWith(models, winRates(counts), ({ value }) => value),
    win_rate_excl_ties: namedWith(models, winRates(counts, { ties: 'drop' }), ({ value }) => value),
    bt_ties_half: { ...strengths(models, bradleyTerry(counts)), ...scales(models, bradleyTerry(counts)) },
    bt_excl_ties: strengths(models, bradleyTerry(counts, { ties: 'drop' })),
    davidson: { ...strengths(models, davidson(counts)), nu: fitted(davidson(counts)).tie?.value },
    online_elo_K4_file_order: await eloInFileOrder(named),
    bootstrap_items_tol: bootstrap(named),
  }
}

function fitted(fit: PairFit) {
  if (fit.reason !== null) throw new Error(fit.reason)
  return fit
}

function strengths(models: readonly string[], fit: PairFit) {
  const { strengths, se, logLikelihood } = fitted(fit)
  return { log_strength_mean0: byKey(models, strengths), se_sum0: byKey(models, se), loglik: logLikelihood }
}

function scales(models: readonly string[], fit: PairFit) {
  const { strengths } = fitted(fit)
  return {
    elo_scale_400log10_base1000: byKey(
      models,
      strengths.map((strength) => onEloScale(strength)),
    ),
    choix_ilsr_mean0: byKey(models, strengths),
  }
}

const square = ({ models }: ComparisonCounts, table: Float64Array) =>
  Array.from({ length: models }, (_, row) => [...table.subarray(row * models, (row + 1) * models)])

const eloInFileOrder = async ({ comparisons, models }: NamedComparisons) => byKey(models, elo(comparisons))

/** 10,000 resamples: what is stated comes from 1,000 and is rough enough already. */
function bootstrap({ comparisons, models }: NamedComparisons) {
  const fit = fitted(bradleyTerry(comparisonCounts(comparisons)))
  const samples = bootstrapByPrompt(fit, comparisons, { resamples: 10_000, seed: 1 })
  return namedWith(models, samples, (row) => {
    const [low, high] = percentileInterval(row) ?? [null, null]
    return { low, high, se: standardDeviation(row) }
  })
}
