type Tails = { lower: number; upper: number }

/**
 * P(U ≤ statistic) and P(U ≥ statistic) of samples of n₁ and n₂ without ties: Mann & Whitney (1947), eq. 1, as
 * probabilities. The largest value belongs to the first sample with probability n₁/(n₁ + n₂), and then exceeds all n₂ of
 * the second. Costs (n₁ n₂)²/4.
 */
export function tieFreeTails(statistic: number, n1: number, n2: number): Tails {
  let rows = Array.from({ length: n1 + 1 }, () => Float64Array.of(1))
  for (let second = 1; second <= n2; second += 1) {
    const next = [Float64Array.of(1)]
    for (let first = 1; first <= n1; first += 1) {
      const share = first / (first + second)
      const largestInFirst = next[first - 1] ?? Float64Array.of()
      const largestInSecond = rows[first] ?? Float64Array.of()
      const row = new Float64Array(first * second + 1)
      for (let u = 0; u < largestInSecond.length; u += 1) row[u] = (1 - share) * (largestInSecond[u] ?? 0)
      for (let u = 0; u < largestInFirst.length; u += 1) {
        row[u + second] = (row[u + second] ?? 0) + share * (largestInFirst[u] ?? 0)
      }
      next.push(row)
    }
    rows = next
  }
  return tailsOf(rows[n1] ?? Float64Array.of(), statistic)
}

/**
 * P(W ≤ rankSum) and P(W ≥ rankSum) of the sum W of `size` of the given mid-ranks, drawn without replacement: exact with
 * ties too. Costs n · size times the sum of the ranks.
 */
export function rankSumTails(ranks: Float64Array, size: number, rankSum: number): Tails {
  const steps = ranks.map((rank) => 2 * rank).sort()
  const largest = steps.subarray(-size).reduce((sum, step) => sum + step, 0)
  // bySize[k][s]: the probability that k of the ranks seen so far are drawn, with sum s.
  const bySize = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1))
  for (const row of bySize.slice(0, 1)) row[0] = 1
  steps.forEach((step, seen) => {
    for (let k = Math.min(size, seen + 1); k >= 0; k -= 1) {
      const left = steps.length - seen
      const isLeft = (left - (size - k)) / left
      const isDrawn = (size - k + 1) / left
      const row = bySize[k]
      const fewer = bySize[k - 1]
      if (!row) continue
      for (let sum = largest; sum >= 0; sum -= 1) {
        row[sum] = (row[sum] ?? 0) * isLeft + (fewer?.[sum - step] ?? 0) * isDrawn
      }
    }
  })
  return tailsOf(bySize[size] ?? Float64Array.of(), 2 * rankSum)
}

function tailsOf(probability: Float64Array, statistic: number): Tails {
  let lower = 0
  let upper = 0
  for (let sum = 0; sum <= statistic; sum += 1) lower += probability[sum] ?? 0
  for (let sum = probability.length - 1; sum >= statistic; sum -= 1) upper += probability[sum] ?? 0
  return { lower, upper }
}
