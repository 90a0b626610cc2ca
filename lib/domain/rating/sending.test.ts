import { expect, test } from 'vitest'
import { fateOf, retryDelayMs } from './sending'

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

test('waiting doubles up to half a minute', () => {
  expect([0, 1, 2, 9].map((attempt) => retryDelayMs(attempt, () => 0))).toEqual([1000, 2000, 4000, 30_000])
})
