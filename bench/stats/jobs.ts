import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { krippendorffAlpha, prepareKrippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { bootstrapByComparison } from '@/lib/stats/comparisons/bootstrap-by-comparison'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import { itemBootstrap } from '@/lib/stats/intervals/item-bootstrap'
import { dawidSkene } from '@/lib/stats/label-models/dawid-skene'
import { syntheticComparisons, syntheticLabels, syntheticRatings } from './synthetic'

export type Job = {
  what: string
  /** CPU seconds that it may take at scale 1. */
  target: number
  /** Makes the data, `scale` times as many items or comparisons, and gives back the work to be timed. */
  prepare: (scale: number) => () => unknown
}

// At scale 1 these are, row by row, the files ratings_100k, ratings_1m, labels_500k and comparisons_1m that the shared
// generate.mjs writes with the same seeds: compared once, all rows were equal.
const ratings100k = (scale: number) =>
  syntheticRatings({ seed: 2, items: 100_000 * scale, raters: 200, perItem: 5 }, [1, 5])
const ratings1m = (scale: number) =>
  syntheticRatings({ seed: 3, items: 200_000 * scale, raters: 1000, perItem: 5 }, [0, 100])
const labels500k = (scale: number) =>
  syntheticLabels({ seed: 4, items: 100_000 * scale, raters: 200, perItem: 5 }, 4)
const comparisons1m = (scale: number) =>
  syntheticComparisons({ seed: 5, rows: 1_000_000 * scale, models: 50 })

export const jobs: readonly Job[] = [
  {
    what: 'α interval, 100k × 5 ratings',
    target: 0.02,
    prepare(scale) {
      const ratings = ratings100k(scale)
      return () => value(krippendorffAlpha(ratings, 'interval'))
    },
  },
  {
    what: 'α interval, 1M ratings, 101 values',
    target: 0.05,
    prepare(scale) {
      const ratings = ratings1m(scale)
      return () => value(krippendorffAlpha(ratings, 'interval'))
    },
  },
  {
    what: 'α interval, 100k items, 1,000 resamples',
    target: 0.3,
    prepare(scale) {
      const ratings = ratings100k(scale)
      return () => {
        const table = agreementTable(ratings, { keepRaters: false })
        const alpha = prepareKrippendorffAlpha(table, 'interval')
        return value(itemBootstrap(alpha, table, { resamples: 1000, seed: 1 }))
      }
    },
  },
  {
    what: 'Dawid–Skene, 500k labels',
    target: 0.6,
    prepare(scale) {
      const labels = labels500k(scale)
      return () => {
        const fit = dawidSkene(labels)
        if (fit.reason !== null || !fit.converged) throw new Error('no fit')
        return fit.iterations
      }
    },
  },
  {
    what: 'Bradley–Terry, 1M comparisons',
    target: 0.02,
    prepare(scale) {
      const comparisons = comparisons1m(scale)
      return () => fitted(bradleyTerry(comparisonCounts(comparisons))).strengths
    },
  },
  {
    what: 'Bradley–Terry, 1M comparisons, 100 resamples by cells',
    target: 0.2,
    prepare(scale) {
      const comparisons = comparisons1m(scale)
      return () => {
        const counts = comparisonCounts(comparisons)
        return bootstrapByComparison(fitted(bradleyTerry(counts)), counts, { resamples: 100, seed: 1 })
      }
    },
  },
]

/** What there is only where all went well: a benchmark of a refusal would be quick. */
function value<Result extends object>(result: Result | null): Result {
  if (result === null || ('reason' in result && result.reason !== null)) throw new Error('no result')
  return result
}

function fitted(fit: ReturnType<typeof bradleyTerry>) {
  if (fit.reason !== null) throw new Error(`no fit: ${fit.reason}`)
  return fit
}
