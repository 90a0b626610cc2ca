import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptancePlan, operatingCharacteristic } from './acceptance-plan'

// Limit, acceptance number, lot; sample and risk: by exact integer arithmetic over all samples from 0 upwards.
test.each([
  [0.1, 0, 20, 16, 0.031578947368421054],
  [0.05, 0, 20, 19, 0.05],
  [0.1, 1, 29, 25, 0.0421455938697318],
  [0.1, 2, 31, 28, 0.03692992213570634],
  [0.05, 1, 40, 39, 0.05],
  [0.02, 0, 40, 38, 0.05],
  [0.1, 2, 50, 40, 0.0482603031962091],
  [0.05, 2, 60, 59, 0.05],
  [0.1, 2, 100, 50, 0.04582357764406668],
  [0.02, 1, 100, 98, 0.0397979797979798],
  [0.02, 2, 150, 148, 0.03973154362416107],
  [0.1, 2, 200, 55, 0.04899483971126429],
  [0.05, 1, 500, 87, 0.048586068247735856],
  [0.02, 2, 1000, 281, 0.04992817241809279],
  [0.1, 2, 5000, 61, 0.04816068720611958],
])(
  'limit %d, at most %i errors, lot of %i: a sample of %i',
  (...[maxError, accept, lotSize, sample, risk]) => {
    const plan = acceptancePlan({ maxError, confidence: 0.95, accept, lotSize })
    expect(plan).toMatchObject({ sample, accept, fullInspection: false, lotSize })
    expect(plan.limitRisk).toBeCloseTo(risk, 12)
  },
)

test.each([
  [0.1, 2, 1, 0],
  [0.1, 0, 10, 0],
  [0.1, 1, 20, 1],
  [0.05, 2, 29, 1],
  [0.1, 2, 30, 2],
  [0.05, 2, 50, 2],
  [0.02, 2, 60, 1],
])('limit %d, at most %i errors: a lot of %i is inspected whole', (...[maxError, accept, lotSize, below]) => {
  const plan = acceptancePlan({ maxError, confidence: 0.95, accept, lotSize })
  expect(plan).toEqual({ sample: lotSize, accept: below, limitRisk: 0, fullInspection: true, lotSize })
  const rates = [0, below, below + 1, lotSize].map((errors) => errors / lotSize)
  expect(operatingCharacteristic(plan, rates)).toEqual([1, 1, 0, 0])
})

test('a very large lot needs the binomial sample', () => {
  const wanted = { maxError: 0.05, confidence: 0.95, accept: 2 }
  expect(acceptancePlan({ ...wanted, lotSize: 10_000_000 }).sample).toBe(124)
  expect(acceptancePlan(wanted)).not.toHaveProperty('lotSize')
})

test('in a lot, the sample and the risk are those of counting', () => {
  const lots = fc.integer({ min: 1, max: 60 })
  const kinds = fc.record({ percent: fc.integer({ min: 1, max: 99 }), accept: fc.nat(4) })
  fc.assert(
    fc.property(lots, kinds, (lotSize, { percent, accept }) => {
      const plan = acceptancePlan({ maxError: percent / 100, confidence: 0.9, accept, lotSize })
      const errors = Math.ceil((percent * lotSize) / 100)
      const passes = (sample: number) => passByCounting({ lotSize, errors, sample, accept })
      const first = Array.from({ length: lotSize }, (_, n) => n).find((n) => passes(n) <= 0.1 + 1e-12)
      expect(plan.sample).toBe(first ?? lotSize)
      expect(plan.fullInspection).toBe(first === undefined)
      expect(plan.limitRisk).toBeCloseTo(first === undefined ? 0 : passes(first), 12)
    }),
  )
})

/** P(at most `accept` errors), drawing one unit after the other. */
function passByCounting(lot: { lotSize: number; errors: number; sample: number; accept: number }): number {
  let found = [1]
  for (let drawn = 0; drawn < lot.sample; drawn += 1) {
    const left = lot.lotSize - drawn
    found = [...found, 0].map((p, k) => {
      const miss = p * (left - (lot.errors - k))
      const hit = (found[k - 1] ?? 0) * (lot.errors - k + 1)
      return (miss + hit) / left
    })
  }
  return found.slice(0, lot.accept + 1).reduce((sum, p) => sum + p, 0)
}

test("the operating characteristic of a large lot, SciPy's binomial", () => {
  const plan = acceptancePlan({ maxError: 0.1, confidence: 0.95, accept: 2 })
  const [low = 0, atLimit = 0] = operatingCharacteristic(plan, [0.02, 0.1])
  expect(low).toBeCloseTo(0.8768708939743313, 12)
  expect(atLimit).toBeCloseTo(plan.limitRisk, 14)
})

test('a rate in a lot stands for whole errors, whatever its last digit', () => {
  const plan = acceptancePlan({ maxError: 0.1, confidence: 0.95, accept: 1, lotSize: 100 })
  const [one = 0, noisy, more = 1] = operatingCharacteristic(plan, [0.03, 3 * 0.2 * 0.05, 0.0301])
  expect(noisy).toBe(one)
  expect(more).toBeLessThan(one)
})

test('a lot that the sample exceeds, half a unit, and a limit too low for any sample are refused', () => {
  const plan = { maxError: 0.1, confidence: 0.95, accept: 2 }
  expect(() => operatingCharacteristic({ sample: 5, accept: 0, lotSize: 4 }, [0.1])).toThrow(RangeError)
  expect(() => acceptancePlan({ ...plan, lotSize: 9.5 })).toThrow(RangeError)
  expect(() => acceptancePlan({ ...plan, maxError: 1e-17 })).toThrow(/too low for any sample/)
})
