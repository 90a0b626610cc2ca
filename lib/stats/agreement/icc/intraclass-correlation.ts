import { fUpper } from '@/lib/stats/distributions/f-cdf'
import { requireLevel } from '@/lib/stats/distributions/require-parameter'
import { defined, undefinedBecause, type Figure, type Undefined } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { iccValue, type IccForm } from './icc-forms'
import { iccInterval, iccRatio } from './icc-interval'
import { prepareTwoWayAnova, type MeanSquares } from './two-way-anova'

export type IccEstimate =
  | {
      /** At most 1; below 0 where items differ less than their ratings. */
      value: number
      reason: null
      low: number
      high: number
      /** Items' mean square over the error's; Infinity where there is no error at all. */
      f: number
      df1: number
      df2: number
      /** Of the hypothesis that items do not differ. */
      p: number
    }
  | { value: null; reason: Undefined }

export type IntraclassCorrelations = Record<IccForm, IccEstimate> & {
  /** Complete items, from which all is computed. */
  items: number
  /** Raters who rated anything. */
  raters: number
}

/**
 * Intraclass correlations: which share of the variance of ratings lies between items. Shrout & Fleiss (1979); intervals
 * by McGraw & Wong (1996); the same as `ICC` of R's psych. Uses the items that every rater rated; for other designs see
 * `varianceComponents`.
 *
 * @returns per form an estimate, or 'no-ratings', 'too-few-raters', 'too-few-items', 'incomplete' (fewer than two items
 *   that all rated), 'constant', 'unbounded' (items do not differ while raters do: the mean's reliability is −∞)
 * @throws RangeError for what `requireRatings` refuses, or a level outside (0, 1)
 */
export function intraclassCorrelation(ratings: Ratings, level = 0.95): IntraclassCorrelations {
  requireLevel('level', level)
  const table = agreementTable(ratings, { keepRaters: true })
  const squares = prepareTwoWayAnova(table)(table.times)
  const estimate = (form: IccForm) => iccEstimate(form, squares, level)
  return {
    items: typeof squares === 'string' ? 0 : squares.items,
    raters: new Set(ratings.rater).size,
    icc1: estimate('icc1'),
    icc2: estimate('icc2'),
    icc3: estimate('icc3'),
    icc1k: estimate('icc1k'),
    icc2k: estimate('icc2k'),
    icc3k: estimate('icc3k'),
  }
}

/** One form over the rows of a table that keeps raters, each counted as often as the given times. */
export function prepareIntraclassCorrelation(
  table: AgreementTable,
  form: IccForm,
): (times: ArrayLike<number>) => Figure {
  const anova = prepareTwoWayAnova(table)
  return (times) => iccFigure(form, anova(times))
}

function iccFigure(form: IccForm, squares: MeanSquares | Undefined): Figure {
  if (typeof squares === 'string') return undefinedBecause(squares)
  const { between, within, judges } = squares
  if (between + within + judges === 0) return undefinedBecause('constant')
  const value = iccValue(form, squares)
  return value === null ? undefinedBecause('unbounded') : defined(value)
}

function iccEstimate(form: IccForm, squares: MeanSquares | Undefined, level: number): IccEstimate {
  if (typeof squares === 'string') return { value: null, reason: squares }
  const figure = iccFigure(form, squares)
  if (figure.value === null) return figure
  const { df1, df2, below } = iccRatio(form, squares)
  // Items alike and no error but the raters' own bias: nothing speaks for a difference between items.
  const f = squares.between === 0 ? 0 : squares.between / below
  return { ...figure, ...iccInterval(form, squares, level), f, df1, df2, p: fUpper(f, df1, df2) }
}
