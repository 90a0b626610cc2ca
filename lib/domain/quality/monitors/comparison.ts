import type { ScaleShape } from '@/lib/domain/study/scale'
import { gradeOf } from './grade'
import type { ComparedCell } from './monitor-event'

/** The parts of a task's comparison with the others: sums over its cells that somebody else scored, in grades. */
export const comparisonParts = [
  'cells',
  'own',
  'others',
  'product',
  'othersSquare',
  'ownSquare',
  'noise',
  'alone',
] as const

/**
 * Sums over the cells of a task: count, x, o, x·o, o², x², the noise of o, and the count of cells with one other only;
 * x is the own score and o the mean of the others (leave-one-out). Severity, inconsistency and agreement are figures of
 * their means.
 *
 * `noise` estimates the variance of o, so that it can be taken off a residual's: the others' own variance / m; with one
 * other, who is taken to be as noisy as the rater, half of the squared difference. Null where nobody else scored yet.
 */
export function comparisonOf(
  cells: readonly ComparedCell[],
  scales: Readonly<Record<string, ScaleShape>>,
): number[] | null {
  const sums = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { criterion, score, others } of cells) {
    const scale = scales[criterion]
    if (scale === undefined) continue
    let [m, sum, squares] = [0, 0, 0]
    for (const other of others) {
      if (other === null) continue
      const grade = gradeOf(other, scale)
      m += 1
      sum += grade
      squares += grade * grade
    }
    if (m === 0) continue
    const own = gradeOf(score, scale)
    const mean = sum / m
    const noise = m === 1 ? (own - mean) ** 2 / 2 : (squares - m * mean * mean) / (m - 1) / m
    const parts = [1, own, mean, own * mean, mean * mean, own * own, noise, m === 1 ? 1 : 0]
    parts.forEach((part, at) => (sums[at] = (sums[at] ?? 0) + part))
  }
  return sums[0] === 0 ? null : sums
}

/** Mean distance of the own scores of a task above the others', grades. */
export function meanResidual([cells = 1, own = 0, others = 0]: readonly number[]): number {
  return (own - others) / cells
}
