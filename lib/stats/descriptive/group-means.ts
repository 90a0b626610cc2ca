/**
 * Count and sum of the values of each group. Sums are compensated (Kahan 1965; Neumaier 1974), so that the same values in
 * another order give the same sum to the last digit, up to rare exceptions: two items with the same ratings are tied.
 *
 * @param group the group of each value, 0 … groups − 1
 * @param value finite numbers, as many as `group` has
 * @throws RangeError for a group that there is not
 */
export function groupSums(
  group: ArrayLike<number>,
  value: ArrayLike<number>,
  groups: number,
): { count: Int32Array; sum: Float64Array } {
  const count = new Int32Array(groups)
  const sum = new Float64Array(groups)
  const lost = new Float64Array(groups)
  for (let row = 0; row < value.length; row += 1) {
    const at = group[row] ?? -1
    if (!(at >= 0 && at < groups)) throw new RangeError(`value ${row} names no group: ${at}`)
    const term = value[row] ?? 0
    const before = sum[at] ?? 0
    const total = before + term
    const rest = Math.abs(before) >= Math.abs(term) ? before - total + term : term - total + before
    count[at] = (count[at] ?? 0) + 1
    sum[at] = total
    lost[at] = (lost[at] ?? 0) + rest
  }
  return { count, sum: sum.map((total, at) => total + (lost[at] ?? 0)) }
}

/**
 * Count and mean of the values of each group, in the unit of the values; see `groupSums`.
 * @returns NaN as the mean of a group without a value
 */
export function groupMeans(
  group: ArrayLike<number>,
  value: ArrayLike<number>,
  groups: number,
): { count: Int32Array; mean: Float64Array } {
  const { count, sum } = groupSums(group, value, groups)
  return { count, mean: sum.map((total, at) => total / (count[at] ?? 0)) }
}
