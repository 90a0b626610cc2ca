import type { ScaleShape } from '@/lib/domain/study/scale'

/**
 * A score in **grades**, −2 … 2: a grade is a quarter of the scale's range, one step of a five-level scale. Distances on
 * every scale can so be held against one limit. The middle of the scale is 0, which keeps sums of squares small.
 */
export function gradeOf(score: number, { min, max }: ScaleShape): number {
  return ((score - min) / (max - min)) * 4 - 2
}

/** Grades of a distance between two scores of a scale. */
export function gradesBetween(one: number, other: number, { min, max }: ScaleShape): number {
  return ((one - other) / (max - min)) * 4
}

/** The place of a score among the scale's values, from 0. */
export function levelOf(score: number, { min, step }: ScaleShape): number {
  return Math.round((score - min) / step)
}
