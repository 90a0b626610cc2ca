import { describe, expect, test } from 'vitest'
import { aftermath } from './aftermath'
import { inspectionInput, judgeInspection } from './inspection'
import type { LotUnit } from './lot'
import { lotClaim, mostErrorsInLot } from './lot-claim'
import { lotDecision, requireOverride } from './lot-decision'
import { lotPlan } from './lot-plan'
import { drawLotSample } from './lot-sample'
import { lotStanding, unitsToInspect, type UnitOutcome } from './lot-standing'
import { spotCheckTerms } from './terms'

const scale = { min: 1, max: 5, step: 1 }
const criteria = [
  { id: 'accuracy', scale },
  { id: 'style', scale: { min: 0, max: 1, step: 0.1 } },
]
const terms = spotCheckTerms.parse({})
const lotOf = (size: number) =>
  Array.from({ length: size }, (_, place): LotUnit => ({
    ratingId: `r${Math.floor(place / 2)}`,
    taskId: `t${Math.floor(place / 2)}`,
    outputId: `o${place}`,
    scores: { accuracy: 1 + (place % 5), style: 0.4 },
  }))
const outcome = (place: number, error: boolean | null): UnitOutcome => ({
  ratingId: `r${Math.floor(place / 2)}`,
  outputId: `o${place}`,
  error,
})
const outcomes = (count: number, errors: number) =>
  Array.from({ length: count }, (_, place) => outcome(place, place < errors))

describe('a difference', () => {
  const judge = (scores: Record<string, number>, more = {}) =>
    judgeInspection({ scores: { accuracy: 2, style: 0.1 } }, inspectionInput.parse({ scores, ...more }), {
      criteria,
      tolerance: { within: 1, error: 2 },
    })

  test('is within the tolerance, minor, or major: an error', () => {
    expect(judge({ accuracy: 3, style: 0.2 })).toMatchObject({ class: 'within', error: false })
    expect(judge({ accuracy: 4, style: 0.1 })).toMatchObject({ class: 'minor', error: false })
    expect(judge({ accuracy: 5, style: 0.1 })).toMatchObject({ class: 'major', error: true })
  })

  test('counts in steps of its scale, whatever binary fractions say', () => {
    expect(judge({ style: 0.3 }).class).toBe('minor')
    expect(judge({ style: 0.4 })).toMatchObject({
      class: 'major',
      criteria: [{ criterion: 'style', given: 0.1, inspected: 0.4, class: 'major' }],
    })
  })

  test('does not matter where a hard rule is broken, or where the output cannot be judged', () => {
    expect(judge({ accuracy: 2 }, { hardRulesBroken: ['left empty'] })).toMatchObject({
      class: 'major',
      error: true,
    })
    expect(judge({}, { cannotJudge: 'another language' })).toMatchObject({ class: null, error: null })
    expect(inspectionInput.safeParse({ scores: {} }).success).toBe(false)
  })

  test('beyond the error tolerance is an error even where agreement allows more', () => {
    const tolerance = { within: 3, error: 1 }
    const one = { scores: { accuracy: 2 } }
    const seen = inspectionInput.parse({ scores: { accuracy: 4 } })
    expect(judgeInspection(one, seen, { criteria, tolerance }).class).toBe('major')
  })
})

describe('a lot', () => {
  const plan = lotPlan({ terms, level: 'normal', lotSize: 100 })

  test('is undecided until its sample is judged, and says what the next error does', () => {
    expect(lotStanding(plan, outcomes(10, 1))).toMatchObject({ state: 'undecided', nextError: 'allowed' })
    expect(lotStanding(plan, outcomes(10, 2))).toMatchObject({
      state: 'undecided',
      nextError: 'fails',
      left: plan.sample - 10,
    })
    expect(lotStanding(plan, outcomes(plan.sample, 2))).toMatchObject({ state: 'passed', nextError: null })
  })

  test('fails with the first error beyond those allowed', () => {
    expect(lotStanding(plan, outcomes(5, 3))).toMatchObject({ state: 'failed', errors: 3, inspected: 5 })
  })

  test('replaces what cannot be judged from the reserve', () => {
    const units = lotOf(100)
    const sample = drawLotSample(units, criteria, { size: plan.sample, seed: 3 })
    const [first, ...others] = sample.drawn.map((unit): UnitOutcome => ({ ...unit, error: false }))
    if (!first) throw new Error('nothing drawn')
    const done = [{ ...first, error: null }, ...others]
    expect(lotStanding(plan, done)).toMatchObject({ state: 'undecided', left: 1, notJudged: 1 })
    expect(unitsToInspect(sample, plan, done)).toEqual(sample.reserve.slice(0, 1))
    expect(unitsToInspect(sample, plan, [])).toEqual(sample.drawn)
    const [replaced] = sample.reserve
    if (!replaced) throw new Error('no reserve')
    expect(lotStanding(plan, [...done, { ...replaced, error: false }]).state).toBe('passed')
  })

  test('inspected to the last unit is left to a person where what cannot be judged makes the difference', () => {
    const all = lotPlan({ terms, level: 'full', lotSize: 20 })
    expect(all.accept).toBe(1)
    const judged = (errors: number, unjudged: number) =>
      Array.from({ length: 20 }, (_, place) =>
        outcome(place, place < errors ? true : place < errors + unjudged ? null : false),
      )
    expect(lotStanding(all, judged(0, 1)).state).toBe('passed')
    expect(lotStanding(all, judged(1, 1)).state).toBe('person_decides')
    expect(lotStanding(all, judged(2, 1)).state).toBe('failed')
  })

  test('counts the first of two inspections of one unit', () => {
    const twice = [outcome(0, false), outcome(0, true), outcome(1, true)]
    expect(lotStanding(plan, twice)).toMatchObject({ errors: 1, inspected: 2 })
  })

  test('that passed has shown that fewer than the limit are errors, and how many at most', () => {
    const standing = lotStanding(plan, outcomes(plan.sample, 1))
    const claim = lotClaim(plan, standing)
    expect(claim).toMatchObject({ confidence: 0.95, limit: 0.1, errors: 1, lotSize: 100 })
    expect(claim?.upper).toBeLessThan(0.1)
    expect(lotClaim(plan, lotStanding(plan, outcomes(5, 3)))).toBeNull()
    const all = lotPlan({ terms, level: 'full', lotSize: 20 })
    expect(lotClaim(all, lotStanding(all, outcomes(20, 1)))).toMatchObject({ confidence: 1, mostErrors: 1 })
  })

  test('is decided by the plan, unless a person decides otherwise and says why', () => {
    const standing = lotStanding(plan, outcomes(5, 3))
    const override = { outcome: 'passed' as const, reason: 'The rubric was unclear here.', by: 'i1' }
    expect(lotDecision(standing)).toEqual({ outcome: 'failed', by: 'plan' })
    expect(lotDecision(standing, [override])).toMatchObject({ outcome: 'passed', by: 'person' })
    expect(lotDecision(lotStanding(plan, []))).toBeNull()
    expect(() => requireOverride({ ...override, reason: ' ' }, null)).toThrow('needs a reason')
    expect(() => requireOverride(override, { outcome: 'passed', by: 'plan' })).toThrow('passed already')
  })
})

test('the exact bound is the largest number of errors that the sample does not refute', () => {
  // C(74, 9) / C(100, 9) = 0.058, and C(74, 10) / C(100, 10) = 0.042.
  expect(mostErrorsInLot({ errors: 0, inspected: 26, lotSize: 100 }, 0.95)).toBe(9)
  expect(mostErrorsInLot({ errors: 3, inspected: 100, lotSize: 100 }, 0.95)).toBe(3)
  expect(mostErrorsInLot({ errors: 0, inspected: 0, lotSize: 100 }, 0.95)).toBe(100)
  expect(() => mostErrorsInLot({ errors: 2, inspected: 1, lotSize: 9 }, 0.95)).toThrow(RangeError)
})

describe('afterwards', () => {
  const units = lotOf(6)
  const found = [outcome(0, false), outcome(1, false), outcome(2, true), outcome(4, false)]

  test('a failed lot reopens all that was not inspected and found right', () => {
    const { stopCounting, reopen } = aftermath(units, { outcome: 'failed', outcomes: found })
    expect(stopCounting).toEqual([
      { ratingId: 'r1', outputs: ['o2', 'o3'], whole: true, reason: 'lot_failed' },
      { ratingId: 'r2', outputs: ['o5'], whole: false, reason: 'lot_failed' },
    ])
    expect(reopen.map(({ taskId }) => taskId)).toEqual(['t1', 't2'])
  })

  test('a lot that passed loses the units found in error, and no other', () => {
    expect(aftermath(units, { outcome: 'passed', outcomes: found }).stopCounting).toEqual([
      { ratingId: 'r1', outputs: ['o2'], whole: false, reason: 'found_in_error' },
    ])
  })
})
