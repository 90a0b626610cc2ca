import { expect, test } from 'vitest'
import { dwellAfterLeaving, dwellAfterSign, dwellAt, idleAfterMs } from './dwell'

const start = { ms: 0, seenAt: 1000 }

test('time between signs of life counts', () => {
  expect(dwellAfterSign(start, 6000)).toEqual({ ms: 5000, seenAt: 6000 })
})

test('a lunch break counts as one idle limit', () => {
  expect(dwellAt(start, 3_600_000)).toBe(idleAfterMs)
})

test('a hidden page counts nothing', () => {
  const hidden = dwellAfterLeaving(start, 3000)
  expect(dwellAt(hidden, 90_000)).toBe(2000)
  expect(dwellAfterSign(hidden, 95_000)).toEqual({ ms: 2000, seenAt: 95_000 })
})

test('a clock set back never takes time away', () => {
  expect(dwellAt(start, -50_000)).toBe(0)
})
