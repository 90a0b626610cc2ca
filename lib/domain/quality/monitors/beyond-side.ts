import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'

/** On which side of its limits a signal surely lies; null where it does not. */
export function beyondSide({
  beyond,
  limits,
  surely,
}: Pick<JudgedSignal, 'beyond' | 'limits' | 'surely'>): 'high' | 'low' | null {
  if (!beyond) return null
  return limits !== null && limits.high !== null && surely !== null && surely.low > limits.high
    ? 'high'
    : 'low'
}
