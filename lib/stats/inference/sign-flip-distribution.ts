import { roundingOf } from './rounding'

const LARGEST = 40

/**
 * The shares of all 2ⁿ choices of signs whose sum is at most and at least the observed one, exactly: the sums of each
 * half of the differences are listed in order and matched (Horowitz & Sahni 1974), so that n = 40 costs 2²⁰ steps.
 * Sums that agree to rounding count as equal.
 *
 * @throws RangeError for more than 40 differences
 */
export function exactSignFlipTails(values: Float64Array): { lower: number; upper: number } {
  const n = values.length
  if (n > LARGEST) throw new RangeError(`too many differences for all signs: ${n} of at most ${LARGEST}`)
  const observed = values.reduce((sum, value) => sum + value, 0)
  const first = sumsOverSigns(values.subarray(0, n >> 1))
  const second = sumsOverSigns(values.subarray(n >> 1))
  // The sums are symmetric about zero: as many are at most x as are at least −x.
  const tolerance = roundingOf(values)
  return {
    lower: pairsAtLeast(first, second, -observed - tolerance) / 2 ** n,
    upper: pairsAtLeast(first, second, observed - tolerance) / 2 ** n,
  }
}

/** ± x₁ ± x₂ … over all signs, in ascending order. */
function sumsOverSigns(values: Float64Array): Float64Array {
  let sums = Float64Array.of(0)
  for (const value of values) {
    const next = new Float64Array(2 * sums.length)
    sums.forEach((sum, i) => {
      next[2 * i] = sum - value
      next[2 * i + 1] = sum + value
    })
    sums = next
  }
  return sums.sort()
}

/** How many pairs of one ascending list's member and the other's add up to the bound or more. */
function pairsAtLeast(first: Float64Array, second: Float64Array, bound: number): number {
  let count = 0
  let from = second.length
  for (const sum of first) {
    while (from > 0 && sum + (second[from - 1] ?? 0) >= bound) from -= 1
    count += second.length - from
  }
  return count
}
