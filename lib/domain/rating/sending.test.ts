import { expect, test } from 'vitest'
import { fateOf, retryDelayMs, whyClosed } from './sending'

const fate = (code: Parameters<typeof fateOf>[0]['code']) => fateOf({ code, message: '' })

test('what a repeat can cure is repeated', () => {
  expect(['offline', 'internal', 'unavailable', 'throttled'].map((code) => fate(code as 'offline'))).toEqual(
    Array.from({ length: 4 }, () => 'retry'),
  )
})

test('refusals that stand are not', () => {
  expect(fate('unauthenticated')).toBe('signIn')
  expect(fate('invalid')).toBe('fix')
  expect(fate('lease_lost')).toBe('lost')
  expect(fate('conflict')).toBe('taken')
  expect(fate('closed')).toBe('closed')
})

test('a desk that is closed knows why, and takes nothing for the end of the study that is not', () => {
  expect(whyClosed({ code: 'closed', because: 'calibrating' })).toBe('calibrating')
  expect(whyClosed({ code: 'closed' })).toBe('study_closed')
  expect(whyClosed({ code: 'not_found' })).toBe('not_at_work')
})

test('waiting doubles up to half a minute', () => {
  expect([0, 1, 2, 9].map((attempt) => retryDelayMs(attempt, () => 0))).toEqual([1000, 2000, 4000, 30_000])
})
