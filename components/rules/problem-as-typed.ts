import type { Problem } from '@/lib/domain/user-error'
import { isShare } from './setting-names'

/** A problem in the figures of the form: shares are typed in per cent, and so are their limits. */
export function asTyped(problem: Problem): Problem {
  const { field, got, words } = problem
  if (field === null || !isShare(field)) return problem
  const percent = (value: number) => Number((100 * value).toPrecision(12))
  const typed =
    got === null || got.trim() === '' || Number.isNaN(Number(got)) ? got : String(percent(Number(got)))
  const limit = words?.expected.values?.['limit']
  if (!words || typeof limit !== 'number') return { ...problem, got: typed }
  const expected = { ...words.expected, values: { ...words.expected.values, limit: percent(limit) } }
  return { ...problem, got: typed, words: { ...words, expected } }
}
