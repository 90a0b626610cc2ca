import { requireFinite } from '@/lib/stats/distributions/require-parameter'
import type { Undefined } from '@/lib/stats/figure'

/** Which deviation from the null hypothesis counts: `greater` means that the first group, or the difference, is higher. */
export type Alternative = 'two-sided' | 'greater' | 'less'

export type TestOptions = {
  /** Two-sided where nothing is given. */
  alternative?: Alternative
  /** `auto`: exact for small samples without ties, the normal approximation otherwise. */
  method?: 'auto' | 'exact' | 'normal'
  /** Whether the normal approximation moves the statistic by ½ towards its mean. */
  continuity?: boolean
}

/**
 * What a test says: statistic, p in [0, 1], the number of values that carried information, and how p was found; or the
 * named reason why there is nothing to say.
 */
export type TestOutcome<More = unknown> =
  | ({ statistic: number; p: number; n: number; method: TestMethod; reason: null } & More)
  | { statistic: null; p: null; n: number; reason: Undefined }

export type TestMethod = 'exact' | 'normal' | 't' | 'monte-carlo'

export const untestable = (n: number, reason: Undefined) => ({ statistic: null, p: null, n, reason }) as const

/** The p of an alternative from P(X ≤ observed) and P(X ≥ observed); two-sided: twice the smaller, at most 1. */
export function pFromTails(
  { lower, upper }: { lower: number; upper: number },
  alternative: Alternative,
): number {
  if (alternative === 'greater') return Math.min(1, upper)
  if (alternative === 'less') return Math.min(1, lower)
  return Math.min(1, 2 * Math.min(lower, upper))
}

/** The values that are not zero. @throws RangeError for a value that is not finite */
export function withoutZeros(values: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(values)
  all.forEach((value) => requireFinite('difference', value))
  return all.filter((value) => value !== 0)
}
