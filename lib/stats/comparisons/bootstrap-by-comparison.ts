import { multinomialDraw } from '@/lib/stats/random/multinomial-draw'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { ComparisonCounts, SidedCounts } from './comparisons'
import type { FittedPairs } from '@/lib/stats/comparisons/fit/fit-pairs'
import { pairCells } from '@/lib/stats/comparisons/fit/pair-cells'
import { refits } from '@/lib/stats/comparisons/fit/refits'

/**
 * Strengths refitted to resampled comparisons (Efron 1979), each comparison drawn on its own: of equal ones only their
 * count is drawn, so that the cost does not grow with the number of comparisons. Right where each prompt was compared
 * once; comparisons that share a prompt are more alike than this takes them for: use `bootstrapByPrompt` there.
 *
 * @param fit a fit to the same counts
 * @param counts whole numbers
 * @returns one row of resampled strengths per model; NaN in a resample that leaves no finite maximum
 */
export function bootstrapByComparison(
  fit: FittedPairs,
  counts: ComparisonCounts | SidedCounts,
  { resamples, seed }: { resamples: number; seed: number },
): Float64Array[] {
  const cells = pairCells(counts)
  const probabilities = cells.outcomes
  const total = probabilities.reduce((sum, count) => sum + count, 0)
  return refits(fit, cells, {
    resamples,
    draw: (outcomes, resample) =>
      multinomialDraw(outcomes, { total, probabilities }, seededRandom(seed, resample)),
  })
}
