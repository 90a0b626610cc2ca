import { expect, test } from 'vitest'
import { afterOutputRating, emptyTally, pairDifference } from './difference-tally'
import { afterRating, atClose, lotsByHand } from './forming'
import { honestOutlook } from './honest-outlook'
import { lotPlan } from './lot-plan'
import { schemeAfter, schemeOf, type SchemeEvent } from './switching'
import { isoSwitchingRules } from './switching-rules'
import { spotCheckTerms } from './terms'

const terms = spotCheckTerms.parse({})
/** Pairs of 26 viewers over 79 videos by levels apart (Netflix public data set). */
const viewers = { pairs: [12331, 10291, 2656, 362, 35], outputs: 79 }

test('pairs of real viewers differ by two levels or more in 12 %, by three or more in 1.5 %', () => {
  expect(pairDifference(viewers, 1).rate).toBeCloseTo(0.119, 3)
  expect(pairDifference(viewers, 2).rate).toBeCloseTo(0.0155, 4)
  const { low, high } = pairDifference(viewers, 2)
  expect(low).toBeGreaterThan(0)
  expect(high).toBeLessThan(0.1)
})

test('a plan is called too strict where honest people would fail it', () => {
  const plan = lotPlan({ terms, level: 'normal', lotSize: 10_000 })
  const asPlanned = honestOutlook(plan, viewers, { errorTolerance: 2 })
  expect(asPlanned.passes).toBeGreaterThan(0.9)
  expect(asPlanned.tooStrict).toBe(false)
  expect(asPlanned.atWorst).toBeLessThan(asPlanned.passes ?? 0)
  const strict = honestOutlook(plan, viewers, { errorTolerance: 1 })
  expect(strict.passes).toBeLessThan(0.05)
  expect(strict.tooStrict).toBe(true)
  expect(honestOutlook(plan, emptyTally, { errorTolerance: 2 })).toMatchObject({
    passes: null,
    tooStrict: false,
  })
})

test('the tally takes each new rating against the others of its output, and can take it back', () => {
  const criteria = [{ id: 'accuracy', scale: { min: 1, max: 5, step: 0.5 } }]
  const rating = (accuracy: number, ...others: number[]) => ({
    scores: { accuracy },
    others: others.map((score) => ({ accuracy: score })),
  })
  const alone = afterOutputRating(emptyTally, rating(3), criteria)
  expect(alone).toEqual({ pairs: [], outputs: 0 })
  const two = afterOutputRating(alone, rating(4, 3), criteria)
  const three = afterOutputRating(two, rating(3, 3, 4), criteria)
  expect(three).toEqual({ pairs: [1, 0, 2], outputs: 1 })
  expect(afterOutputRating(three, { ...rating(3, 3, 4), by: -1 }, criteria)).toEqual({
    ...two,
    pairs: [0, 0, 1],
  })
  expect(pairDifference(emptyTally, 1).rate).toBeNull()
})

test('every n ratings of a rater make a lot; what waits at the close makes one, too', () => {
  let waiting = { ratings: 0 }
  const due: number[] = []
  for (let rating = 0; rating < 7; rating += 1) {
    const after = afterRating(waiting, 3)
    waiting = after.waiting
    due.push(after.due)
  }
  expect(due).toEqual([0, 0, 3, 0, 0, 3, 0])
  expect(atClose(waiting)).toEqual({ waiting: { ratings: 0 }, due: 1 })
})

test('a lot by hand is one rater’s, leaves out what is in an open lot, and is refused when empty', () => {
  const found = [
    { ratingId: 'a', raterId: '1' },
    { ratingId: 'b', raterId: '2' },
    { ratingId: 'c', raterId: '1' },
  ]
  expect(lotsByHand(found, new Set(['b']))).toEqual([{ raterId: '1', ratingIds: ['a', 'c'] }])
  expect(() => lotsByHand(found, new Set(['a', 'b', 'c']))).toThrow('in a lot already')
  expect(() => lotsByHand([], new Set())).toThrow('The filter finds no rating')
})

const lot = (outcome: 'passed' | 'failed', level: 'normal' | 'tightened' | 'full', byHand = false) =>
  ({ kind: 'lot', outcome, level, byHand }) satisfies SchemeEvent

test('failed lots tighten, then ask for 100 %; three passed in a row relax by one level', () => {
  const rules = terms.switching
  const failed = [lot('failed', 'normal'), lot('failed', 'tightened')]
  expect(schemeOf(failed.slice(0, 1), rules).level).toBe('tightened')
  expect(schemeOf(failed, rules).level).toBe('full')
  const passes = Array.from({ length: 3 }, () => lot('passed', 'full'))
  expect(schemeOf([...failed, ...passes.slice(1)], rules).level).toBe('full')
  expect(schemeOf([...failed, ...passes], rules).level).toBe('tightened')
  const back = Array.from({ length: 3 }, () => lot('passed', 'tightened'))
  expect(schemeOf([...failed, ...passes, ...back], rules)).toEqual({ level: 'normal', recent: [] })
  expect(schemeOf([...failed, ...failed, ...passes], rules).level).toBe('tightened')
})

test('with the figures of ISO 2859-1 two of five lots tighten, and five in a row relax', () => {
  const [pass, fail] = [lot('passed', 'normal'), lot('failed', 'normal')]
  expect(schemeOf([fail, pass, pass, pass, pass, fail], isoSwitchingRules).level).toBe('normal')
  expect(schemeOf([fail, pass, pass, pass, fail], isoSwitchingRules).level).toBe('tightened')
})

test('a lot by hand, or one drawn under an easier level, can tighten and cannot relax', () => {
  const rules = { ...terms.switching, passed_in_row: 1 }
  const tightened = schemeOf([lot('failed', 'normal')], rules)
  expect(schemeAfter(tightened, lot('passed', 'normal'), rules)).toEqual(tightened)
  expect(schemeAfter(tightened, lot('passed', 'tightened', true), rules)).toEqual(tightened)
  expect(schemeAfter(tightened, lot('failed', 'normal', true), rules).level).toBe('full')
})

test('a person can set the level, with a reason', () => {
  const set: SchemeEvent = { kind: 'set', level: 'full', reason: 'A complaint.' }
  expect(schemeOf([lot('passed', 'normal'), set], terms.switching)).toEqual({ level: 'full', recent: [] })
})
