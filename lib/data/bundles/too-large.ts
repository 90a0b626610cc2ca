import { limits, megabytes } from '@/lib/domain/bundle/limits'
import { came, problemOf, wanted } from '@/lib/domain/bundle/said'
import { UserError } from '@/lib/domain/user-error'

const whole = { file: null, row: null, field: null }

export function tooLarge(atMost: number): UserError {
  const size = megabytes(atMost)
  const problem = problemOf({ ...whole, got: came('largerBundle'), expected: wanted('atMostSize', { size }) })
  return new UserError('too_large', `The bundle is larger than ${size}.`, {
    problems: [problem],
    problemCount: 1,
  })
}

export function tooManyFiles(holder: 'folder' | '.zip'): UserError {
  const count = limits.entries
  const problem = problemOf({ ...whole, got: came('moreFiles'), expected: wanted('atMostFiles', { count }) })
  return new UserError('too_large', `The ${holder} holds more than ${count} files.`, {
    problems: [problem],
    problemCount: 1,
  })
}
