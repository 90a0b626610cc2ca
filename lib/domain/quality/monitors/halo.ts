import type { ScaleShape } from '@/lib/domain/study/scale'
import { gradeOf } from './grade'
import type { RatedCell } from './monitor-event'

/**
 * Halo: the correlation of a rater's scores between criteria of one output, all pairs of criteria together. Per task
 * the sums over pairs: count, x, y, xy, y², x², grades. Null where no output has two scores.
 */
export function haloParts(
  cells: readonly RatedCell[],
  scales: Readonly<Record<string, ScaleShape>>,
): number[] | null {
  const sums = [0, 0, 0, 0, 0, 0]
  cells.forEach((one, at) => {
    const scaleX = scales[one.criterion]
    for (let next = at + 1; next < cells.length; next += 1) {
      const other = cells[next]
      // An output's cells stand together.
      if (other === undefined || other.position !== one.position) break
      const scaleY = scales[other.criterion]
      if (scaleX === undefined || scaleY === undefined) continue
      const [x, y] = [gradeOf(one.score, scaleX), gradeOf(other.score, scaleY)]
      const parts = [1, x, y, x * y, y * y, x * x]
      parts.forEach((part, place) => (sums[place] = (sums[place] ?? 0) + part))
    }
  })
  return sums[0] === 0 ? null : sums
}
