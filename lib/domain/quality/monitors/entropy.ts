import { shareSequence } from './beta-mixture'
import type { RatedCell } from './monitor-event'
import { nothingYet, type Looking, type Reading } from './signal'

/** How often each level of the scale was given, by criterion. */
export type LevelCounts = Record<string, number[]>

export type LeveledCell = Pick<RatedCell, 'criterion'> & { level: number }

export function withLevels(before: LevelCounts, cells: readonly LeveledCell[], sign: 1 | -1): LevelCounts {
  const after: LevelCounts = {}
  for (const { criterion, level } of cells) {
    const counts = (after[criterion] ??= [...(before[criterion] ?? [])])
    counts[level] = (counts[level] ?? 0) + sign
  }
  return { ...before, ...after }
}

/**
 * Entropy of a rater's scores, bits: the mean over cells of the Shannon (1948) entropy of their criterion. 0 is always the
 * same score; a five-level scale has at most 2.32.
 *
 * The interval follows from that of the share m of cells with their criterion's commonest score: entropy is at least
 * −log₂ m and, by Fano's inequality (Cover & Thomas 2006, §2.10), at most h(m) + (1 − m) log₂(levels − 1). Tasks are the
 * units. As the commonest score is found by looking, the risk is split over all that could have been it.
 *
 * @param tasks how many there were
 */
export function entropyOf(levels: LevelCounts, tasks: number, { risk }: Looking): Reading {
  let [cells, commonest, bits, choices, most] = [0, 0, 0, 0, 2]
  for (const counts of Object.values(levels)) {
    const given = counts.reduce((sum, count) => sum + count, 0)
    cells += given
    commonest += Math.max(0, ...counts)
    for (const count of counts) if (count > 0) bits -= count * Math.log2(count / given)
    choices += Math.log(counts.length)
    most = Math.max(most, counts.length)
  }
  if (cells === 0 || tasks === 0) return nothingYet(tasks)
  const { low, high } = shareSequence(
    { sum: (tasks * commonest) / cells, n: tasks },
    Math.log(risk) - choices,
  )
  return {
    value: bits / cells,
    n: tasks,
    interval: { low: -Math.log2(high), high: largestEntropy(low, most) },
  }
}

/** The most bits that levels can have of which one has at least this share. */
function largestEntropy(share: number, levels: number): number {
  if (share * levels <= 1) return Math.log2(levels)
  if (share >= 1) return 0
  const rest = 1 - share
  return -share * Math.log2(share) - rest * Math.log2(rest) + rest * Math.log2(levels - 1)
}
