import type { MeanSquares } from './two-way-anova'

/**
 * The six intraclass correlations of Shrout & Fleiss (1979). 1: each item has raters of its own; 2: raters are a sample
 * of those who might rate; 3: these raters and no others. k: of the mean of all raters' ratings instead of a single one.
 */
export type IccForm = 'icc1' | 'icc2' | 'icc3' | 'icc1k' | 'icc2k' | 'icc3k'

export const ICC_FORMS: readonly IccForm[] = ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k']

/** An intraclass correlation as a fraction: variance between items over all variance. */
type Fraction = { above: number; below: number }

const fractions: Record<IccForm, (squares: MeanSquares) => Fraction> = {
  icc1: ({ between, within, raters }) => ({
    above: between - within,
    below: between + (raters - 1) * within,
  }),
  icc2: ({ between, error, judges, raters, items }) => ({
    above: between - error,
    below: between + (raters - 1) * error + (raters * (judges - error)) / items,
  }),
  icc3: ({ between, error, raters }) => ({
    above: between - error,
    below: between + (raters - 1) * error,
  }),
  icc1k: ({ between, within }) => ({ above: between - within, below: between }),
  icc2k: ({ between, error, judges, items }) => ({
    above: between - error,
    below: between + (judges - error) / items,
  }),
  icc3k: ({ between, error }) => ({ above: between - error, below: between }),
}

/** The value of a form; null where its denominator is not above 0, but for rounding. */
export function iccValue(form: IccForm, squares: MeanSquares): number | null {
  const { above, below } = fractions[form](squares)
  return below > 1e-14 * Math.abs(above) ? above / below : null
}
