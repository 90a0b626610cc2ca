import { describe, expect, it } from 'vitest'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { signalAxis } from './signal-axis'
import { standingOf } from './signal-standing'

const severity: JudgedSignal = {
  monitor: 'severity',
  value: 0.9,
  n: 80,
  interval: { low: 0.8, high: 1 },
  surely: { low: 0.76, high: 1.04 },
  limits: { low: -0.75, high: 0.75 },
  beyond: true,
}

describe('where a figure stands', () => {
  it('is beyond on the side on which its whole sure interval lies', () => {
    expect(standingOf(severity)).toBe('high')
    const severe = { ...severity, value: -0.9, surely: { low: -1.04, high: -0.76 } }
    expect(standingOf(severe)).toBe('low')
  })

  it('is open where only the figure lies outside', () => {
    expect(standingOf({ ...severity, beyond: false })).toBe('open')
    expect(standingOf({ ...severity, beyond: false, value: 0.2 })).toBe('within')
  })

  it('is not judged without an interval, a limit or a figure', () => {
    expect(standingOf({ ...severity, beyond: false, interval: null, surely: null })).toBe('early')
    expect(standingOf({ ...severity, beyond: false, limits: null })).toBe('none')
    expect(standingOf({ ...severity, beyond: false, value: null })).toBe('missing')
  })
})

describe('the axis of a column', () => {
  it('shows every figure and limit, and is not flattened by one wide interval', () => {
    const wide = { ...severity, value: 0.1, interval: { low: -40, high: 40 } }
    const axis = signalAxis([severity, wide, null])
    expect(axis?.at(0.9)).toBeLessThan(1)
    expect(axis?.at(-0.75)).toBeGreaterThan(0)
    expect((axis?.max ?? 0) - (axis?.min ?? 0)).toBeLessThan(4)
  })

  it('is absent where there is nothing', () => {
    expect(signalAxis([null])).toBeNull()
  })
})
