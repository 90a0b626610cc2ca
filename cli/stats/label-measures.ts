import { dawidSkene, errorRate } from '@/lib/stats/label-models/dawid-skene'
import type { LatentClasses, LatentClassFit } from '@/lib/stats/label-models/latent-class-em'
import { mace } from '@/lib/stats/label-models/mace'
import { majorityVote, type Vote } from '@/lib/stats/label-models/majority-vote'
import { oneCoin, raterAccuracy } from '@/lib/stats/label-models/one-coin'
import type { Labels } from '@/lib/stats/ratings'
import { answerOf } from './answer'
import type { Measure } from './measure'
import { byName } from './named'
import { readLabels, type NamedLabels } from './ratings-input'

/** The share of items in which one label leads; the tied ones are listed with what they tie between. */
const majority: Measure = async (query) => {
  const { labels, items, raters, categories, n } = await readLabels(query)
  if (n.ratings === 0) return answerOf('majority', n, { value: null, reason: 'no-ratings' })
  const votes = majorityVote(labels)
  const named = namesOf(
    votes.map(({ label }) => label),
    categories,
  )
  const ties = votes.flatMap(({ label, tied }, item) =>
    label === null ? [[items[item] ?? '', tied.map((at) => categories[at])] as const] : [],
  )
  const value = 1 - ties.length / votes.length
  const details = {
    labels: byName(items, named),
    ties: Object.fromEntries(ties),
    raters: byName(raters, withMajority(labels, votes)),
  }
  return answerOf('majority', n, { value, reason: null, details })
}

/** Per rater, the share of own labels that the majority gave, of those on items in which one label leads. */
function withMajority({ raters, item, rater, label }: Labels, votes: readonly Vote[]) {
  const rows = Array.from({ length: raters }, () => ({ n: 0, same: 0 }))
  label.forEach((said, at) => {
    const winner = votes[item[at] ?? 0]?.label ?? null
    const row = rows[rater[at] ?? 0]
    if (winner === null || !row) return
    row.n += 1
    row.same += said === winner ? 1 : 0
  })
  return rows.map(({ n, same }) => ({ n, withMajority: n > 0 ? same / n : null }))
}

type RaterOf = (fit: LatentClassFit, rater: number, named: NamedLabels) => Record<string, unknown>

/** What the items are by a model of how raters err; the value is its log-likelihood. */
const latentBy =
  (measure: string, fitTo: (named: NamedLabels['labels']) => LatentClasses, raterOf: RaterOf): Measure =>
  async (query) => {
    const named = await readLabels(query)
    const { items, raters, categories, n, labels } = named
    const fit = fitTo(labels)
    if (fit.reason !== null) return answerOf(measure, n, { value: null, reason: fit.reason })
    const posterior = items.map((_, item) => {
      const from = item * categories.length
      return byName(categories, fit.posterior.subarray(from, from + categories.length))
    })
    const details = {
      labels: byName(items, namesOf(fit.label, categories)),
      raters: byName(
        raters,
        raters.map((_, rater) => raterOf(fit, rater, named)),
      ),
      priors: byName(categories, fit.prior),
      posterior: byName(items, posterior),
      iterations: fit.iterations,
      converged: fit.converged,
    }
    return answerOf(measure, n, { value: fit.logLikelihood, reason: null, details })
  }

const errorRates: RaterOf = (fit, rater, { categories }) => ({
  accuracy: raterAccuracy(fit, rater).value,
  errorRates: byName(
    categories,
    categories.map((_, truth) =>
      byName(
        categories,
        categories.map((_said, label) => errorRate(fit, { rater, label, truth }).value),
      ),
    ),
  ),
})

const accuracy: RaterOf = (fit, rater) => ({ accuracy: raterAccuracy(fit, rater).value })

/** The model of raters who know or guess; `--seed` for its starts at random. */
const maceMeasure: Measure = async (query) => {
  const { labels, items, raters, categories, n } = await readLabels(query)
  const fit = mace(labels, { seed: query.seed })
  if (fit.reason !== null) return answerOf('mace', n, { value: null, reason: fit.reason })
  const rowOf = (table: Float64Array, row: number) =>
    byName(categories, table.subarray(row * categories.length, (row + 1) * categories.length))
  const details = {
    labels: byName(items, namesOf(fit.label, categories)),
    raters: byName(
      raters,
      raters.map((_, rater) => ({
        competence: fit.competence[rater]?.value ?? null,
        guesses: rowOf(fit.strategy, rater),
      })),
    ),
    posterior: byName(
      items,
      items.map((_, item) => rowOf(fit.posterior, item)),
    ),
    iterations: fit.iterations,
    converged: fit.converged,
  }
  return answerOf('mace', n, { value: fit.logLikelihood, reason: null, details })
}

const namesOf = (places: readonly (number | null)[], names: readonly string[]) =>
  places.map((place) => (place === null ? null : (names[place] ?? null)))

export const labelMeasures: Record<string, Measure> = {
  majority,
  'dawid-skene': latentBy('dawid-skene', dawidSkene, errorRates),
  'one-coin': latentBy('one-coin', oneCoin, accuracy),
  mace: maceMeasure,
}
