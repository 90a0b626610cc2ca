import { describe, expect, it } from 'vitest'
import type { JudgedSignal, RaterQuality } from '@/lib/domain/quality/views/rater-view'
import { qualityQueryOf, shownRaters } from './quality-query'

const signal = { monitor: 'run', value: 9, n: 40, interval: null, surely: null, limits: null } as const
const beyond: JudgedSignal = { ...signal, beyond: true }
const rater = (name: string, more: Partial<RaterQuality>): RaterQuality => ({
  rater: name,
  state: 'active',
  tasks: 20,
  lastAt: null,
  signals: [],
  trace: [],
  concern: 0,
  appeal: false,
  ...more,
})
const all = [
  rater('r-01', { concern: 1 }),
  rater('r-02', { concern: 4, signals: [beyond] }),
  rater('r-03', { state: 'paused', appeal: true }),
]
const namesFor = (params: Record<string, string | string[]>) =>
  shownRaters(all, qualityQueryOf(params)).map((each) => each.rater)

describe('the raters that the address asks for', () => {
  it('are all of them, worst first, where it says nothing it knows', () => {
    expect(namesFor({ only: 'best', page: '7' })).toEqual(['r-02', 'r-01', 'r-03'])
  })

  it('can be of one state, beyond a limit, with an appeal, or of a name', () => {
    expect(namesFor({ state: 'paused' })).toEqual(['r-03'])
    expect(namesFor({ only: 'beyond' })).toEqual(['r-02'])
    expect(namesFor({ only: ['appeal', 'beyond'] })).toEqual(['r-03'])
    expect(namesFor({ q: ' R-01 ' })).toEqual(['r-01'])
    expect(namesFor({ q: '01', only: 'beyond' })).toEqual([])
  })
})
