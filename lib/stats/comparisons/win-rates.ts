import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { ComparisonCounts, WinRecord } from './comparisons'

/** One model's wins, ties and losses against one other. */
export function recordAgainst(
  { models, wins, ties }: ComparisonCounts,
  model: number,
  other: number,
): WinRecord {
  const at = model * models + other
  return { wins: wins[at] ?? 0, ties: ties[at] ?? 0, losses: wins[other * models + model] ?? 0 }
}

/** Each model's wins, ties and losses against all others together. */
export function winRecords(counts: ComparisonCounts): WinRecord[] {
  return Array.from({ length: counts.models }, (_, model) => {
    const sum = { wins: 0, ties: 0, losses: 0 }
    for (let other = 0; other < counts.models; other += 1) {
      const { wins, ties, losses } = recordAgainst(counts, model, other)
      sum.wins += wins
      sum.ties += ties
      sum.losses += losses
    }
    return sum
  })
}

/**
 * Each model's share of wins, 0 … 1, a tie counting half (`half`, the default) or left out (`drop`). Fair only where all
 * models met the same others equally often; Bradley–Terry strengths take account of whom each met.
 *
 * @returns per model a share, or `no-ratings` where it has no comparison that counts
 */
export function winRates(
  counts: ComparisonCounts,
  { ties: kind = 'half' }: { ties?: 'half' | 'drop' } = {},
): Figure[] {
  return winRecords(counts).map(({ wins, ties, losses }) => {
    const counted = kind === 'half' ? ties : 0
    const n = wins + counted + losses
    return n === 0 ? undefinedBecause('no-ratings') : defined((wins + counted / 2) / n)
  })
}
