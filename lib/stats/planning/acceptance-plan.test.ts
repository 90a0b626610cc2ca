import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptancePlan, operatingCharacteristic } from './acceptance-plan'

test('the usual plans: limits of 10, 5 and 2 % at 95 %, with no, one and two errors allowed', () => {
  const samples = [0, 1, 2].map((accept) =>
    [0.1, 0.05, 0.02].map((maxError) => acceptancePlan({ maxError, confidence: 0.95, accept }).sample),
  )
  expect(samples).toEqual([
    [29, 59, 149],
    [46, 93, 236],
    [61, 124, 313],
  ])
})

test('the risk at the limit is what the plan promises', () => {
  const plan = acceptancePlan({ maxError: 0.05, confidence: 0.95, accept: 0 })
  expect(plan.limitRisk).toBeCloseTo(0.95 ** 59, 13)
  expect(operatingCharacteristic(plan, [0, 0.05, 1])).toEqual([1, plan.limitRisk, 0])
})

const lots = fc.record({
  lotSize: fc.integer({ min: 1, max: 300 }),
  maxError: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
  accept: fc.nat(4),
})

test('a plan for a lot needs no more than the lot, nor than a plan for a large one, and one fewer is too few', () => {
  fc.assert(
    fc.property(lots, ({ lotSize, maxError, accept }) => {
      const goal = { maxError, confidence: 0.95, accept }
      const plan = acceptancePlan({ ...goal, lotSize })
      expect(plan.sample).toBeLessThanOrEqual(lotSize)
      expect(plan.limitRisk).toBeLessThanOrEqual(0.05 + 1e-12)
      if (plan.accept < accept) return
      expect(plan.sample).toBeLessThanOrEqual(acceptancePlan(goal).sample)
      const atLimit = Math.ceil(maxError * lotSize - 1e-9) / lotSize
      const [fewer = 0] = operatingCharacteristic({ ...plan, sample: plan.sample - 1 }, [atLimit])
      expect(fewer).toBeGreaterThan(0.05 - 1e-12)
    }),
  )
})

test('a limit that is a whole number of errors is not rounded past it', () => {
  // 0.1 · 30 is 3.0000000000000004 in floating point; 3 of 30 is the limit.
  const { limitRisk, sample } = acceptancePlan({ maxError: 0.1, confidence: 0.95, accept: 0, lotSize: 30 })
  const choose3 = (n: number) => (n * (n - 1) * (n - 2)) / 6
  expect(limitRisk).toBeCloseTo(choose3(30 - sample) / choose3(30), 13)
})

test('a lot too small for a sample is inspected whole, and may then hold fewer errors than allowed', () => {
  expect(acceptancePlan({ maxError: 0.05, confidence: 0.95, accept: 1, lotSize: 20 })).toEqual({
    sample: 20,
    accept: 0,
    limitRisk: 0,
    fullInspection: true,
    lotSize: 20,
  })
  expect(acceptancePlan({ maxError: 0.02, confidence: 0.95, accept: 0, lotSize: 10 }).fullInspection).toBe(
    true,
  )
  expect(acceptancePlan({ maxError: 0.05, confidence: 0.95, accept: 1, lotSize: 500 }).fullInspection).toBe(
    false,
  )
})

test('what is no rate, no count or no lot is refused', () => {
  const goal = { maxError: 0.05, confidence: 0.95, accept: 0 }
  expect(() => acceptancePlan({ ...goal, maxError: 0 })).toThrow(RangeError)
  expect(() => acceptancePlan({ ...goal, confidence: 1 })).toThrow(RangeError)
  expect(() => acceptancePlan({ ...goal, accept: -1 })).toThrow(RangeError)
  expect(() => acceptancePlan({ ...goal, lotSize: 0 })).toThrow(RangeError)
  expect(() => operatingCharacteristic({ sample: 5, accept: 0 }, [1.2])).toThrow(RangeError)
})
