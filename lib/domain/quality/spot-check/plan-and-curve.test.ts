import { expect, test } from 'vitest'
import { protocol } from '@/lib/domain/study/protocol'
import { lotPlan } from './lot-plan'
import { planCurve } from './plan-curve'
import { spotCheckTerms } from './terms'

const terms = spotCheckTerms.parse({})
const vast = 10_000_000

test('the defaults are those of the protocol, which forms no lots unless it says so', () => {
  expect(protocol.parse({ method: 'absolute' }).spot_check).toBeNull()
  expect(protocol.parse({ method: 'absolute', spot_check: {} }).spot_check).toEqual(terms)
  expect(terms).toMatchObject({
    max_error: 0.1,
    confidence: 0.95,
    accept: 2,
    error_tolerance: 2,
    lot_ratings: 50,
  })
})

test('a very large lot needs the samples of the documentation', () => {
  const samples = [0.1, 0.05, 0.02].map((max_error) =>
    [0, 1, 2].map(
      (accept) => lotPlan({ terms: { ...terms, max_error, accept }, level: 'normal', lotSize: vast }).sample,
    ),
  )
  expect(samples).toEqual([
    [29, 46, 61],
    [59, 93, 124],
    [149, 236, 313],
  ])
})

test('at its limit each plan passes at most as often as its confidence leaves, at every level', () => {
  for (const max_error of [0.02, 0.05, 0.1, 0.3])
    for (const accept of [0, 1, 2, 4])
      for (const lotSize of [1, 7, 29, 60, 100, 400, 5000])
        for (const level of ['normal', 'tightened', 'full'] as const) {
          const plan = lotPlan({ terms: { ...terms, max_error, accept }, level, lotSize })
          expect(plan.limitRisk).toBeLessThanOrEqual(0.05 * (1 + 1e-9))
          expect(plan.sample).toBeLessThanOrEqual(lotSize)
          if (plan.inspectAll) {
            expect(plan.sample).toBe(lotSize)
            expect(plan.accept / lotSize).toBeLessThan(max_error)
            expect((plan.accept + 1) / lotSize).toBeGreaterThanOrEqual(max_error * (1 - 1e-9))
          }
        }
})

test('a plan that needs more units than the lot has inspects them all', () => {
  const plan = lotPlan({ terms, level: 'normal', lotSize: 20 })
  expect(plan).toMatchObject({ sample: 20, accept: 1, inspectAll: true, limitRisk: 0 })
})

test('tightened keeps the sample and allows one error less; with none to lose the sample grows', () => {
  const normal = lotPlan({ terms, level: 'normal', lotSize: 400 })
  const tightened = lotPlan({ terms, level: 'tightened', lotSize: 400 })
  expect(tightened).toMatchObject({ sample: normal.sample, accept: 1 })
  const strict = { ...terms, accept: 0 }
  const [few, more] = (['normal', 'tightened'] as const).map((level) =>
    lotPlan({ terms: strict, level, lotSize: 400 }),
  )
  expect(more?.sample).toBeGreaterThan(few?.sample ?? 0)
  expect(more?.accept).toBe(0)
})

test('an empty lot and a risk that is none are refused in words', () => {
  expect(() => lotPlan({ terms, level: 'normal', lotSize: 0 })).toThrow('nothing to inspect')
  expect(() => lotPlan({ terms: { ...terms, max_error: 1 }, level: 'full', lotSize: 9 })).toThrow(
    'spot_check.max_error must lie between 0 and 1',
  )
  expect(() => lotPlan({ terms: { ...terms, accept: 0.5 }, level: 'normal', lotSize: 9 })).toThrow(
    'spot_check.accept must be a whole number',
  )
  expect(spotCheckTerms.safeParse({ max_error: 1 }).success).toBe(false)
})

test('the curve falls from certainty, and passes through the plan’s risk at its limit', () => {
  const plan = lotPlan({ terms, level: 'normal', lotSize: 200 })
  const curve = planCurve(plan)
  expect(curve[0]).toEqual({ errorRate: 0, passes: 1 })
  expect(curve.every(({ passes }, at) => at === 0 || passes <= (curve[at - 1]?.passes ?? 0))).toBe(true)
  expect(curve.find(({ errorRate }) => errorRate === 0.1)?.passes).toBeCloseTo(plan.limitRisk, 12)
  expect(planCurve(lotPlan({ terms, level: 'normal', lotSize: 100_000 })).length).toBeLessThanOrEqual(122)
})
