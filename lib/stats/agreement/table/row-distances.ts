import type { CategoryRuns } from './category-runs'
import { totalDistance, type Distance } from './total-distance'

/** Per row, the distance summed over all ordered pairs of its values. */
export function rowDistances(
  { start, category, count }: CategoryRuns,
  values: Float64Array,
  distance: Distance,
): Float64Array {
  const valueOfRun = Float64Array.from(category, (place) => values[place] ?? 0)
  return Float64Array.from({ length: start.length - 1 }, (_, row) =>
    totalDistance(distance, {
      values: valueOfRun.subarray(start[row], start[row + 1]),
      counts: count.subarray(start[row], start[row + 1]),
    }),
  )
}
