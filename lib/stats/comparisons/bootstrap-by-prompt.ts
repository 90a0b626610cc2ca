import { multinomialDraw } from '@/lib/stats/random/multinomial-draw'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { comparisonCounts, sidedCounts } from './comparison-counts'
import type { Comparisons } from './comparisons'
import type { FittedPairs } from '@/lib/stats/comparisons/fit/fit-pairs'
import { pairCells } from '@/lib/stats/comparisons/fit/pair-cells'
import { promptContents } from '@/lib/stats/comparisons/fit/prompt-contents'
import { refits } from '@/lib/stats/comparisons/fit/refits'

/**
 * Strengths refitted to resampled prompts, each with all its comparisons (cluster bootstrap: Davison & Hinkley 1997,
 * §3.8). This keeps what the comparisons of one prompt have in common. Prompts without a comparison are not drawn; of
 * prompts with equal comparisons only their count is.
 *
 * @param fit a fit to the same comparisons, with or without sides
 * @returns one row of resampled strengths per model, ready for percentileInterval and rankRanges; NaN in a resample that
 *   leaves no finite maximum
 */
export function bootstrapByPrompt(
  fit: FittedPairs,
  comparisons: Comparisons,
  { resamples, seed }: { resamples: number; seed: number },
): Float64Array[] {
  const cells = pairCells(fit.side ? sidedCounts(comparisons) : comparisonCounts(comparisons))
  const { starts, places, times: probabilities, prompts: total } = promptContents(cells, comparisons)
  const times = new Float64Array(probabilities.length)
  return refits(fit, cells, {
    resamples,
    draw: (outcomes, resample) => {
      multinomialDraw(times, { total, probabilities }, seededRandom(seed, resample))
      outcomes.fill(0)
      for (let content = 0; content < times.length; content += 1) {
        const drawn = times[content] ?? 0
        for (let at = starts[content] ?? 0; drawn > 0 && at < (starts[content + 1] ?? 0); at += 1) {
          const place = places[at] ?? 0
          outcomes[place] = (outcomes[place] ?? 0) + drawn
        }
      }
    },
  })
}
