import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { ICC_FORMS, type IccForm } from '@/lib/stats/agreement/icc/icc-forms'
import {
  intraclassCorrelation,
  prepareIntraclassCorrelation,
} from '@/lib/stats/agreement/icc/intraclass-correlation'
import { spearmanBrown } from '@/lib/stats/agreement/spearman-brown'
import { itemBootstrap } from '@/lib/stats/intervals/item-bootstrap'
import { normalDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { Claim } from './claims'
import { asRatings } from './population'

/** Standard deviations of normal effects; `skewed` makes the items' effects those of an exponential distribution. */
export type EffectModel = {
  items: number
  raters: number
  item: number
  rater: number
  error: number
  skewed?: boolean
}

const names: Record<IccForm, string> = {
  icc1: 'ICC(1)',
  icc2: 'ICC(2,1)',
  icc3: 'ICC(3,1)',
  icc1k: 'ICC(1,k)',
  icc2k: 'ICC(2,k)',
  icc3k: 'ICC(3,k)',
}

/** Studies with new items and new raters each time, of known intraclass correlation: intervals from F. */
export function iccStudies(model: EffectModel): (random: Random) => Claim[] {
  const truths = iccTruths(model)
  return (random) => {
    const crossed = intraclassCorrelation(asRatings(drawEffects(model, random)))
    // Form 1 is of items that each have raters of their own: bias is then part of the error.
    const ownError = Math.hypot(model.rater, model.error)
    const own = { ...model, rater: 0, error: ownError }
    const nested = intraclassCorrelation(asRatings(drawEffects(own, random)))
    return ICC_FORMS.map((form) => {
      const icc = form.startsWith('icc1') ? nested[form] : crossed[form]
      const limits = icc.value === null ? null : ([icc.low, icc.high] as const)
      return { figure: names[form], method: 'F', truth: truths[form], limits }
    })
  }
}

/** The same with a bootstrap over items, which keeps the raters: its interval of ICC(2,1) is not about other raters. */
export function iccBootstrapStudies(model: EffectModel, resamples: number): (random: Random) => Claim[] {
  const truths = iccTruths(model)
  return (random) => {
    const table = agreementTable(asRatings(drawEffects(model, random)), { keepRaters: true })
    const seed = random()
    return (['icc2', 'icc3'] as const).map((form) => {
      const interval = itemBootstrap(prepareIntraclassCorrelation(table, form), table, { resamples, seed })
      const limits = interval && ([interval.low, interval.high] as const)
      return { figure: names[form], method: 'percentile', truth: truths[form], limits }
    })
  }
}

function iccTruths({ item, rater, error, raters }: EffectModel): Record<IccForm, number> {
  const agreement = item ** 2 / (item ** 2 + rater ** 2 + error ** 2)
  const consistency = item ** 2 / (item ** 2 + error ** 2)
  const ofMean = (single: number) => spearmanBrown(single, raters).value ?? NaN
  return {
    icc1: agreement,
    icc2: agreement,
    icc3: consistency,
    icc1k: ofMean(agreement),
    icc2k: ofMean(agreement),
    icc3k: ofMean(consistency),
  }
}

function drawEffects({ items, raters, item, rater, error, skewed = false }: EffectModel, random: Random) {
  const biases = Float64Array.from({ length: raters }, () => rater * normalDraw(random))
  const values = new Float64Array(items * raters)
  for (let i = 0; i < items; i += 1) {
    const x = normalDraw(random)
    // Half the sum of two squares of normal numbers is exponential, with mean and standard deviation 1.
    const quality = item * (skewed ? (x ** 2 + normalDraw(random) ** 2) / 2 - 1 : x)
    for (let j = 0; j < raters; j += 1)
      values[i * raters + j] = quality + (biases[j] ?? 0) + error * normalDraw(random)
  }
  return { raters, values }
}
