import { mean } from '@/lib/stats/descriptive/mean'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import { resampleCounts } from '@/lib/stats/random/resample-counts'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { StudyShape } from './single-study'

/** Root mean square distance of the models' means from the truth, both centred: what is common to all moves no rank. */
export function centredError(means: readonly number[], truth: readonly number[]): number {
  const [m, t] = [mean(means), mean(truth)]
  return Math.sqrt(mean(means.map((value, model) => (value - m - ((truth[model] ?? 0) - t)) ** 2)))
}

/** How many of the models' intervals hold the truth, as published and after centring estimate and truth alike. */
export type Covered = { published: number; centred: number }

/** Prepares the percentile bootstrap over prompts, as on a board: 1,000 resamples, the same for all studies of a shape. */
export function coverage({ prompts, models }: StudyShape) {
  const resamples = Array.from({ length: 1000 }, (_, resample) =>
    resampleCounts(new Int32Array(prompts), seededRandom(1, resample)),
  )
  return (
    values: readonly number[],
    truth: { published: readonly number[]; centred: readonly number[] },
  ): Covered => {
    const cells = Float64Array.from(values)
    const samples = Array.from({ length: 2 * models }, () => new Float64Array(resamples.length))
    resamples.forEach((counts, resample) => {
      const means = Array.from({ length: models }, (_, model) => {
        let sum = 0
        for (let prompt = 0; prompt < prompts; prompt += 1)
          sum += (counts[prompt] ?? 0) * (cells[model * prompts + prompt] ?? 0)
        return sum / prompts
      })
      const middle = mean(means)
      const figures = [...means, ...means.map((value) => value - middle)]
      figures.forEach((figure, place) => samples[place]?.set([figure], resample))
    })
    const intervals = samples.map((each) => percentileInterval(each))
    const middle = mean(truth.centred)
    const holds = (value: number, place: number) => {
      const interval = intervals[place]
      return interval != null && interval[0] <= value && value <= interval[1]
    }
    return {
      published: truth.published.filter((value, model) => holds(value, model)).length,
      centred: truth.centred.filter((value, model) => holds(value - middle, models + model)).length,
    }
  }
}
