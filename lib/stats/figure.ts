/** Why a figure does not exist. A figure that is undefined is never a zero and never NaN. */
export type Undefined =
  | 'no-ratings'
  /** No item with two ratings: nothing can be compared. */
  | 'no-pairs'
  /** All values are equal: what is expected by chance, or the variance, cannot be told. */
  | 'constant'
  | 'too-few-items'
  | 'too-few-raters'
  /** A design in which each rater has rated each item is needed, and no item is complete. */
  | 'incomplete'
  /** An iterative fit that did not come to rest. */
  | 'not-converged'
  /** A maximum that lies at infinity, say a model that never lost. */
  | 'unbounded'
  /** Models that fall into groups which were never compared. */
  | 'disconnected'
  /** Two effects that the design cannot tell apart, say a model and the side that it always stood on. */
  | 'confounded'

/** A number, or the named reason why there is none. */
export type Figure = { value: number; reason: null } | { value: null; reason: Undefined }

export const defined = (value: number): Figure => ({ value, reason: null })
export const undefinedBecause = (reason: Undefined): Figure => ({ value: null, reason })

/** Limits of an interval, low ≤ high, in the units of its figure. */
export type Interval = { low: number; high: number }
