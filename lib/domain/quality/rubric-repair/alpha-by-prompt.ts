import { alphaFromMoments, type AlphaMoments } from '@/lib/stats/agreement/krippendorff-alpha-interval'
import { expandedLevel } from '@/lib/stats/intervals/expanded-level'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import { resampleCounts } from '@/lib/stats/random/resample-counts'
import { seededRandom } from '@/lib/stats/random/seeded-random'

/** Krippendorff's α (interval) with its 95 % limits; null where it is undefined, or too few prompts say anything. */
export type AlphaFigure = { alpha: number | null; low: number | null; high: number | null; outputs: number }

/** What α needs of one prompt: the moments of its outputs, summed. */
export type PromptMoments = AlphaMoments & { outputs: number }

const resamples = 1000

/** α of one criterion. Outputs of one prompt hang together, so that prompts are what is resampled, by a fixed seed. */
export function alphaByPrompt(prompts: readonly PromptMoments[]): AlphaFigure {
  const outputs = prompts.reduce((sum, prompt) => sum + prompt.outputs, 0)
  const alphaOf = (counts: ArrayLike<number>) => {
    const total: AlphaMoments = { n: 0, sum: 0, sumOfSquares: 0, within: 0 }
    prompts.forEach(({ n, sum, sumOfSquares, within }, place) => {
      const times = counts[place] ?? 0
      total.n += times * n
      total.sum += times * sum
      total.sumOfSquares += times * sumOfSquares
      total.within += times * within
    })
    return alphaFromMoments(total)
  }
  const alpha = alphaOf(new Int32Array(prompts.length).fill(1))
  const level = expandedLevel(0.95, prompts.length)
  if (alpha === null || level === null) return { alpha, low: null, high: null, outputs }
  const counts = new Int32Array(prompts.length)
  const samples = Float64Array.from(
    { length: resamples },
    (_, place) => alphaOf(resampleCounts(counts, seededRandom(1, place))) ?? NaN,
  )
  const [low = null, high = null] = percentileInterval(samples, level) ?? []
  return { alpha, low, high, outputs }
}
