import { resampleCounts } from '@/lib/stats/random/resample-counts'
import { seededRandom } from '@/lib/stats/random/seeded-random'

type Plan = { prompts: number; seed: number; resamples: number }

/**
 * Bootstrap over prompts: all figures of all models see the same resampled prompts, so that their differences are
 * paired. Gives one array of resampled values per figure. Resample b draws from stream b of the seed.
 */
export function bootstrapFigures(
  { prompts, seed, resamples }: Plan,
  figuresOf: (counts: Int32Array) => ArrayLike<number>,
): Float64Array[] {
  const counts = new Int32Array(prompts)
  const samples: Float64Array[] = []
  for (let resample = 0; resample < resamples; resample += 1) {
    const figures = figuresOf(resampleCounts(counts, seededRandom(seed, resample)))
    for (let place = 0; place < figures.length; place += 1) {
      const column = (samples[place] ??= new Float64Array(resamples))
      column[resample] = figures[place] ?? Number.NaN
    }
  }
  return samples
}
