import { describe, expect, it } from 'vitest'
import { paceOf } from './pace'

const now = new Date('2026-11-20T12:00:00Z')

describe('pace', () => {
  it('divides what is left by the ratings of the hours in which there was work', () => {
    const pace = paceOf({ ratings: 60, first: new Date('2026-11-20T10:00:00Z'), left: 90 }, now)
    expect(pace).toEqual({ perHour: 30, overHours: 2, hoursLeft: 3 })
  })

  it('gives no time left where nobody rated lately', () => {
    expect(paceOf({ ratings: 0, first: null, left: 5 }, now).hoursLeft).toBeNull()
  })

  it('needs no more time where nothing is left', () => {
    expect(paceOf({ ratings: 0, first: null, left: 0 }, now).hoursLeft).toBe(0)
  })

  it('is not carried away by the first minute', () => {
    const pace = paceOf({ ratings: 2, first: new Date('2026-11-20T11:59:59Z'), left: 10 }, now)
    expect(pace.perHour).toBe(20)
  })
})
