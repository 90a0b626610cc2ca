import { median } from '@/lib/stats/descriptive/median'

/** What two or more experts agree on: the median of their scores, an even number's midpoint unrounded. */
export function agreedOf(scores: readonly number[]): number {
  return median(scores)
}
