/**
 * P(V ≤ statistic) and P(V ≥ statistic) of the sum V of ranks, each of which is taken or left with probability ½:
 * the exact null distribution of Wilcoxon's signed-rank test, rank by rank. Costs n times the sum of the ranks. With
 * mid-ranks the sums are counted in halves.
 */
export function signedRankTails(ranks: Float64Array, statistic: number): { lower: number; upper: number } {
  const scale = ranks.every(Number.isInteger) ? 1 : 2
  const largest = scale * ranks.reduce((sum, rank) => sum + rank, 0)
  const probability = new Float64Array(largest + 1)
  probability[0] = 1
  let reached = 0
  for (const rank of ranks) {
    const step = scale * rank
    reached += step
    for (let sum = reached; sum >= 0; sum -= 1) {
      probability[sum] = ((probability[sum] ?? 0) + (probability[sum - step] ?? 0)) / 2
    }
  }
  let lower = 0
  let upper = 0
  for (let sum = 0; sum <= scale * statistic; sum += 1) lower += probability[sum] ?? 0
  for (let sum = largest; sum >= scale * statistic; sum -= 1) upper += probability[sum] ?? 0
  return { lower, upper }
}
