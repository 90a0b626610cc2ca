import { describe, expect, it } from 'vitest'
import { clopperPearsonInterval } from '@/lib/stats/intervals/clopper-pearson-interval'
import { checkKinds } from './check-kind'
import { checkSlotsFrom, isCheckSlot, type CheckSeed } from './check-slots'
import { goldNeeded } from './check-supply'
import {
  afterPlacement,
  isRepeatable,
  noHistory,
  placeCheck,
  type CheckHistory,
  type Placement,
} from './place-check'
import { progressWithChecks } from './work-left'

const rates = { gold: 0.07, repeat: 0.05, degraded: 0.03 }
const seed: CheckSeed = [11, 4_000_000_000]
const plenty = { gold: 50, repeat: 50, degraded: 50 }
const none = { gold: 0, repeat: 0, degraded: 0 }

/** One rater's assignments, one after the other. */
function walk(count: number, eligibleAt: (history: CheckHistory) => typeof plenty, from = seed): Placement[] {
  let history = noHistory
  return Array.from({ length: count }, () => {
    const facts = { hasLive: true, eligible: eligibleAt(history) }
    const placement = placeCheck(history, facts, { rates, seed: from })
    history = afterPlacement(history, placement)
    return placement
  })
}
const countOf = (walked: Placement[], kind: string) => walked.filter((each) => each.kind === kind).length

describe('the placement of checks', () => {
  it('is a pure function of the history: the same again for the same, another for another rater', () => {
    expect(walk(300, () => plenty)).toEqual(walk(300, () => plenty))
    expect(walk(300, () => plenty)).not.toEqual(walk(300, () => plenty, [12, 4_000_000_000]))
    expect(walk(300, () => plenty)).not.toEqual(walk(300, () => plenty, [11, 3_999_999_999]))
  })

  it('holds the rate of all kinds together within chance, and that of each kind closely', () => {
    const walked = walk(6000, () => plenty)
    const checks = walked.filter(({ kind }) => kind !== 'live').length
    const [low, high] = clopperPearsonInterval(checks, walked.length, 0.999)
    expect(low).toBeLessThan(0.15)
    expect(high).toBeGreaterThan(0.15)
    for (const kind of checkKinds)
      expect(Math.abs(countOf(walked, kind) / checks - rates[kind] / 0.15)).toBeLessThan(0.03)
  })

  it('lets other kinds take the turns of one without candidates: the slots stay where they are', () => {
    const slots = (walked: Placement[]) => walked.map(({ kind }) => kind !== 'live')
    const walked = walk(1000, ({ assignments }) => (assignments < 30 ? { ...plenty, repeat: 0 } : plenty))
    expect(slots(walked)).toEqual(slots(walk(1000, () => ({ ...none, repeat: 3 }))))
    expect(countOf(walked.slice(0, 30), 'repeat')).toBe(0)
    expect(countOf(walked, 'repeat')).toBeGreaterThan(30)
  })

  it('takes a candidate that there is, every one at times', () => {
    const walked = walk(4000, () => ({ gold: 3, repeat: 0, degraded: 0 }))
    const indexes = walked.flatMap((each) => (each.kind === 'live' ? [] : [each.index]))
    expect([...new Set(indexes)].toSorted()).toEqual([0, 1, 2])
  })

  it('gives live work where no check has a candidate, and no check where live work has ended', () => {
    expect(walk(500, () => none).every(({ kind }) => kind === 'live')).toBe(true)
    const facts = { hasLive: false, eligible: plenty }
    for (let assignments = 0; assignments < 100; assignments += 1)
      expect(placeCheck({ ...noHistory, assignments }, facts, { rates, seed })).toEqual({ kind: 'live' })
  })

  it('places no kind whose rate is 0', () => {
    let history = noHistory
    for (let step = 0; step < 500; step += 1) {
      const terms = { rates: { gold: 0.1, repeat: 0, degraded: 0 }, seed }
      history = afterPlacement(history, placeCheck(history, { hasLive: true, eligible: plenty }, terms))
    }
    expect(history.checks).toMatchObject({ repeat: 0, degraded: 0 })
    expect(history.checks.gold).toBeGreaterThan(20)
  })

  it('repeats a task no sooner than thirty assignments later', () => {
    expect(isRepeatable(5, { ...noHistory, assignments: 34 })).toBe(false)
    expect(isRepeatable(5, { ...noHistory, assignments: 35 })).toBe(true)
  })

  it('looks ahead as it will place', () => {
    const ahead = checkSlotsFrom(seed, 100, 0.15)
    for (let position = 100; position < 300; position += 1)
      expect(ahead.next().value).toBe(isCheckSlot(seed, position, 0.15))
  })
})

describe('progress', () => {
  it('falls by one with every task sent, check or not, and ends with the last live one', () => {
    let history = noHistory
    let live = 120
    let before = Infinity
    while (live > 0) {
      const facts = { done: history.assignments, held: 0, assignments: history.assignments, live }
      const { done, left } = progressWithChecks(facts, { rates, seed })
      expect(done).toBe(history.assignments)
      if (before !== Infinity) expect(left).toBe(before - 1)
      before = left
      const placement = placeCheck(history, { hasLive: true, eligible: plenty }, { rates, seed })
      history = afterPlacement(history, placement)
      if (placement.kind === 'live') live -= 1
    }
    expect(before).toBe(1)
  })

  it('counts what is held, and is the plain count without checks', () => {
    const facts = { done: 4, held: 3, assignments: 7, live: 10 }
    const off = { gold: 0, repeat: 0, degraded: 0 }
    expect(progressWithChecks(facts, { rates: off, seed })).toEqual({ done: 4, left: 13 })
    expect(progressWithChecks({ ...facts, live: 0 }, { rates, seed })).toEqual({ done: 4, left: 3 })
    expect(() => progressWithChecks(facts, { rates: { ...off, gold: 1 }, seed })).toThrow(RangeError)
  })
})

it('says how many gold tasks a study needs: hardly anyone runs out of them', () => {
  const needed = goldNeeded(300, { gold: 0.07, repeat: 0.05, degraded: 0 })
  expect(needed).toBeGreaterThan(0.07 * 300)
  expect(needed).toBeLessThan(0.12 * 300)
  expect(goldNeeded(300, { gold: 0, repeat: 0.05, degraded: 0 })).toBe(0)
})
