import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { cohenKappa } from '@/lib/stats/agreement/cohen-kappa'
import { defined } from '@/lib/stats/figure'
import { bcaInterval } from '@/lib/stats/intervals/bca-interval'
import { expandedLevel } from '@/lib/stats/intervals/expanded-level'
import { bootstrapSamples } from '@/lib/stats/intervals/item-bootstrap'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { Battery } from './batteries'
import type { Claim } from './claims'
import { asRatings, drawItems, type RatedItems } from './population'

const byRater = (rated: RatedItems) => agreementTable(asRatings(rated), { keepRaters: true })

export type BootstrapStudy = { battery: Battery; items: number; resamples: number }

/** Studies of items from a population, each figure with both bootstrap intervals. */
export function bootstrapStudies(
  population: RatedItems,
  { battery, items, resamples }: BootstrapStudy,
): (random: Random) => Claim[] {
  const whole = byRater(population)
  const truths = battery.prepare(whole)(whole.times)
  return (random) => {
    const table = byRater(drawItems(population, items, random))
    return bootstrapLimits(table, battery, { resamples, seed: random() }).flatMap((limits, k) => {
      const claim = { figure: battery.names[k] ?? '', truth: truths[k] ?? NaN }
      return [
        { ...claim, method: 'percentile', limits: limits.percentile },
        { ...claim, method: 'BCa', limits: limits.bca },
      ]
    })
  }
}

/** `itemBootstrap` of all figures of a battery at once, so that the resamples are drawn once. */
export function bootstrapLimits(
  table: AgreementTable,
  battery: Battery,
  options: { resamples: number; seed: number },
) {
  const figures = battery.prepare(table)
  const samples = battery.names.map(() => new Float64Array(options.resamples))
  let resample = 0
  const record = (times: ArrayLike<number>) => {
    figures(times).forEach((value, k) => samples[k]?.fill(value, resample, resample + 1))
    resample += 1
    return defined(0)
  }
  bootstrapSamples(record, table, options)
  const { estimates, jackknives } = leaveOneOut(table, figures)
  const level = expandedLevel(0.95, table.items)
  return samples.map((ofFigure, k) => {
    const [estimate = NaN, jackknife = []] = [estimates[k], jackknives[k]]
    if (Number.isNaN(estimate) || level === null) return { percentile: null, bca: null }
    return {
      percentile: percentileInterval(ofFigure, level),
      bca: bcaInterval(ofFigure, { estimate, jackknife, times: table.times, level }),
    }
  })
}

function leaveOneOut({ times }: AgreementTable, figures: (times: ArrayLike<number>) => number[]) {
  const estimates = figures(times)
  const jackknives = estimates.map(() => new Float64Array(times.length))
  const left = times.slice()
  times.forEach((count, row) => {
    left[row] = count - 1
    figures(left).forEach((value, k) => jackknives[k]?.fill(value, row, row + 1))
    left[row] = count
  })
  return { estimates, jackknives }
}

/** Studies of two raters: κ ± 1.96 standard errors. */
export function cohenFormulaStudies(population: RatedItems, items: number): (random: Random) => Claim[] {
  const kinds = [
    { figure: 'Cohen κ', weights: 'none' },
    { figure: 'Cohen κ linear', weights: 'linear' },
    { figure: 'Cohen κ quadratic', weights: 'quadratic' },
  ] as const
  const truths = kinds.map(({ weights }) => cohenKappa(asRatings(population), { weights }).value ?? NaN)
  return (random) => {
    const study = asRatings(drawItems(population, items, random))
    return kinds.map(({ figure, weights }, k) => {
      const kappa = cohenKappa(study, { weights })
      const limits = kappa.value === null ? null : ([kappa.low, kappa.high] as const)
      return { figure, method: 'formula', truth: truths[k] ?? NaN, limits }
    })
  }
}
