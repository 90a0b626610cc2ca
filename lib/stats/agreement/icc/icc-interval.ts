import { fQuantile } from '@/lib/stats/distributions/f-quantile'
import type { Interval } from '@/lib/stats/figure'
import { iccValue, type IccForm } from './icc-forms'
import { spearmanBrown } from '@/lib/stats/agreement/spearman-brown'
import type { MeanSquares } from './two-way-anova'

/**
 * Interval of an intraclass correlation of which the value is defined, for normal item, rater and error terms: exact for
 * the forms 1 and 3 from F, by Satterthwaite's approximation for the forms 2. McGraw & Wong (1996), Forming inferences
 * about some intraclass correlation coefficients, table 7, with the correction of the same year.
 *
 * @param level in (0, 1)
 * @returns the limits; low is −Infinity for a form k of which the single rating's limit has no mean
 */
export function iccInterval(form: IccForm, squares: MeanSquares, level: number): Interval {
  const { raters } = squares
  const single = form.startsWith('icc2') ? randomRaters(squares, level) : byF(form, squares, level)
  if (!form.endsWith('k')) return single
  const ofMean = (rho: number) => spearmanBrown(rho, raters).value ?? -Infinity
  return { low: ofMean(single.low), high: ofMean(single.high) }
}

/** Degrees of freedom of the F ratio that a form rests on, and the mean square below its bar. */
export function iccRatio(form: IccForm, { items, raters, within, error }: MeanSquares) {
  const df1 = items - 1
  const ownRaters = form.startsWith('icc1')
  return ownRaters
    ? { df1, df2: items * (raters - 1), below: within }
    : { df1, df2: (items - 1) * (raters - 1), below: error }
}

function byF(form: IccForm, squares: MeanSquares, level: number): Interval {
  const { df1, df2, below } = iccRatio(form, squares)
  const { between, raters } = squares
  const correlation = (above: number, under: number) => (above - under) / (above + (raters - 1) * under)
  const tail = (1 + level) / 2
  return {
    low: correlation(between, below * fQuantile(tail, df1, df2)),
    high: correlation(between * fQuantile(tail, df2, df1), below),
  }
}

/**
 * Where the estimate is negative, the degrees of freedom can fall so low that a bound would lie beyond the estimate; it
 * stops there.
 */
function randomRaters(squares: MeanSquares, level: number): Interval {
  const { items: n, raters: k, between, judges, error } = squares
  const rho = iccValue('icc2', squares) ?? 0
  const df = satterthwaite(squares, rho)
  const rest = k * judges + (k * n - k - n) * error
  const bound = (f: number) => {
    const signal = n * f * between
    return (signal - n * error) / (signal + rest)
  }
  return {
    low: Math.min(rho, bound(fQuantile((1 - level) / 2, df, n - 1))),
    high: Math.max(rho, bound(fQuantile((1 + level) / 2, df, n - 1))),
  }
}

/** Degrees of freedom of the estimated variance of raters and error together: McGraw & Wong's v, times error² twice. */
function satterthwaite(squares: MeanSquares, rho: number): number {
  const { items: n, raters: k, judges, error } = squares
  const ofJudges = k * rho * judges
  const ofError = (n * (1 + (k - 1) * rho) - k * rho) * error
  const df = ((k - 1) * (n - 1) * (ofJudges + ofError) ** 2) / ((n - 1) * ofJudges ** 2 + ofError ** 2)
  // It is 0 or 0/0 only where both bounds are the estimate, whatever the degrees of freedom.
  return df > 1e-9 ? df : k - 1
}
