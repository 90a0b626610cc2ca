import { meanOpinionScores } from '@/lib/stats/rater-models/mean-opinion-scores'
import { biasRemovedScores } from '@/lib/stats/rater-models/bias-removed-scores'
import type { Ratings } from '@/lib/stats/ratings'
import type { SimulatedTask } from './simulated-study'

/** All ratings of one criterion, an item per output, and the outputs' qualities. */
function ratingsOf(tasks: readonly SimulatedTask[], raters: number, criterion: number) {
  const rows: { item: number; rater: number; value: number }[] = []
  const truth: number[] = []
  for (const { qualities, ratings } of tasks)
    qualities.forEach((quality, output) => {
      for (const { rater, score } of ratings)
        rows.push({ item: truth.length, rater, value: score[output]?.[criterion] ?? 0 })
      truth.push(Math.min(5, Math.max(1, quality[criterion] ?? 0)))
    })
  const table: Ratings = {
    items: truth.length,
    raters,
    item: Int32Array.from(rows, ({ item }) => item),
    rater: Int32Array.from(rows, ({ rater }) => rater),
    value: Float64Array.from(rows, ({ value }) => value),
  }
  return { table, truth }
}

/** Root mean squared error of the outputs' scores, both centred, under plain means and with severity taken off. */
export function errorOfScores(tasks: readonly SimulatedTask[], raters: number) {
  const { table, truth } = ratingsOf(tasks, raters, 0)
  const error = (items: readonly { score: { value: number | null } }[]) => {
    const off = items.map(({ score }, item) => (score.value ?? 0) - (truth[item] ?? 0))
    const centre = off.reduce((sum, one) => sum + one, 0) / off.length
    return Math.sqrt(off.reduce((sum, one) => sum + (one - centre) ** 2, 0) / off.length)
  }
  return { plain: error(meanOpinionScores(table)), corrected: error(biasRemovedScores(table).items) }
}
