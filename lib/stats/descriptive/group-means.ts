/**
 * The mean of the values of each group, in the unit of the values. Sums are compensated (Kahan 1965; Neumaier 1974), so
 * that the same values in another order give the same mean to the last digit, up to rare exceptions: two items with the
 * same ratings are tied.
 *
 * @param group the group of each value, from 0
 * @param value finite numbers, as many as `group` has
 * @param groups how many groups there are
 * @returns one mean per group; NaN for a group without a value
 * @throws RangeError for a group that there is not
 */
export function groupMeans(group: ArrayLike<number>, value: ArrayLike<number>, groups: number): Float64Array {
  const sums = new Float64Array(groups)
  const lost = new Float64Array(groups)
  const counts = new Float64Array(groups)
  for (let i = 0; i < value.length; i += 1) {
    const place = group[i] ?? -1
    if (!(place >= 0 && place < groups)) throw new RangeError(`value ${i} names no group: ${place}`)
    const term = value[i] ?? 0
    const before = sums[place] ?? 0
    const after = before + term
    const dropped = Math.abs(before) >= Math.abs(term) ? before - after + term : term - after + before
    sums[place] = after
    lost[place] = (lost[place] ?? 0) + dropped
    counts[place] = (counts[place] ?? 0) + 1
  }
  return sums.map((sum, place) => (sum + (lost[place] ?? 0)) / (counts[place] ?? 0))
}
