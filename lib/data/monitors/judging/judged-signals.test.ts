import { expect, test } from 'vitest'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { concernOf } from './judged-signals'

const signal = (value: number | null, limits: JudgedSignal['limits'], beyond = false): JudgedSignal => ({
  monitor: 'inconsistency',
  value,
  n: 40,
  interval: null,
  surely: null,
  limits,
  beyond,
})

test('who is beyond a limit comes before who is not, however near', () => {
  const near = concernOf([signal(0.99, { low: null, high: 1 })])
  const beyond = concernOf([signal(1.5, { low: null, high: 1 }, true), signal(0, { low: null, high: 1 })])
  expect(near).toBeLessThan(1)
  expect(beyond).toBeGreaterThan(1)
})

test('a limit of 0, of a panel that agrees to the last score, is no reason to worry about somebody at 0', () => {
  expect(concernOf([signal(0, { low: null, high: 0 })])).toBe(0)
  expect(concernOf([signal(0.2, { low: null, high: 0 })])).toBeCloseTo(100 / 101, 12)
  expect(concernOf([signal(0, { low: 0.4, high: null })])).toBeCloseTo(100 / 101, 12)
  expect(concernOf([signal(null, null)])).toBe(0)
})
