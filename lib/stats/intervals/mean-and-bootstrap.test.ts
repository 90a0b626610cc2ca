import { expect, test } from 'vitest'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { defined, undefinedBecause } from '@/lib/stats/figure'
import { normalDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { bcaInterval, jackknifeAcceleration } from './bca-interval'
import { clusterMean } from './cluster-mean'
import { meanInterval } from './mean-interval'
import { pairedClusterBootstrap } from './paired-cluster-bootstrap'

test("Student's (1908) sleep data: 95 % interval of the mean difference, as R's t.test gives it", () => {
  const extraSleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]
  const [low, high] = meanInterval(extraSleep) ?? []
  expect(low).toBeCloseTo(0.7001142, 6)
  expect(high).toBeCloseTo(2.4598858, 6)
})

test('the interval of a mean: one value has none, equal values one without width', () => {
  expect(meanInterval([])).toBeNull()
  expect(meanInterval([4])).toBeNull()
  expect(meanInterval([4, 4, 4])).toEqual([4, 4])
  expect(() => meanInterval([4, NaN])).toThrow(RangeError)
  expect(() => meanInterval([4, 5], 95)).toThrow(RangeError)
})

test('BCa limits by the formulas of Efron and Tibshirani, computed with NumPy', () => {
  const samples = Float64Array.from({ length: 101 }, (_, i) => ((i * 37) % 101) / 50 + ((i * i) % 7) / 10)
  const jackknife = [1.1, 1.25, 1.3, 1.18, 1.05, 1.6, 1.21]
  expect(jackknifeAcceleration(jackknife)).toBeCloseTo(-0.07088543836717812, 12)
  const [low, high] = bcaInterval(samples, { estimate: 1.2, jackknife }) ?? []
  expect(low).toBeCloseTo(0.12463527623388622, 12)
  expect(high).toBeCloseTo(2.1772789520372897, 12)
})

test('a jackknife value that stands for several units counts as often', () => {
  const each = jackknifeAcceleration([1, 1, 1, 2, 5, 5])
  expect(jackknifeAcceleration([1, 2, 5, 9], [3, 1, 2, 0])).toBeCloseTo(each, 14)
  expect(jackknifeAcceleration([1, NaN, 1])).toBe(0)
  expect(jackknifeAcceleration([])).toBe(0)
})

test('there is no BCa interval where the resamples do not surround the estimate', () => {
  const jackknife = [1, 2, 3]
  expect(bcaInterval(Float64Array.of(1, 2, 3), { estimate: 4, jackknife })).toBeNull()
  expect(bcaInterval(Float64Array.of(1, NaN, NaN), { estimate: 1, jackknife })).toBeNull()
  expect(bcaInterval(new Float64Array(), { estimate: 1, jackknife })).toBeNull()
  expect(bcaInterval(Float64Array.of(2, 2, 2), { estimate: 2, jackknife })).toEqual([2, 2])
})

/** Two systems over the same prompts, of which some are hard for both; the second is better by 0.5. */
function twoSystems(prompts: number, seed: number) {
  const random = seededRandom(seed)
  const cluster = Int32Array.from({ length: 3 * prompts }, (_, i) => i % prompts)
  const ease = Float64Array.from({ length: prompts }, () => 5 * normalDraw(random))
  const noisy = (better: number) =>
    Float64Array.from(cluster, (prompt) => (ease[prompt] ?? 0) + better + normalDraw(random))
  return { cluster, one: noisy(0.5), other: noisy(0), prompts }
}

test('a paired bootstrap sees through what is hard for both', () => {
  const { cluster, one, other, prompts } = twoSystems(200, 7)
  const plan = {
    clusters: prompts,
    first: clusterMean(cluster, one, prompts),
    second: clusterMean(cluster, other, prompts),
    resamples: 1000,
    seed: 1,
  }
  for (const method of ['percentile', 'bca'] as const) {
    const { difference, interval, samples } = pairedClusterBootstrap({ ...plan, method })
    const perPrompt = Array.from({ length: prompts }, (_, prompt) =>
      [0, 1, 2].reduce((sum, copy) => {
        const i = prompt + copy * prompts
        return sum + ((one[i] ?? 0) - (other[i] ?? 0)) / 3
      }, 0),
    )
    const [low, high] = interval ?? [NaN, NaN]
    const [tLow, tHigh] = meanInterval(perPrompt) ?? [NaN, NaN]
    expect(difference.value).toBeCloseTo((tLow + tHigh) / 2, 12)
    expect(Math.abs(low - tLow)).toBeLessThan(0.1 * (tHigh - tLow))
    expect(Math.abs(high - tHigh)).toBeLessThan(0.1 * (tHigh - tLow))
    expect(standardDeviation(samples)).toBeLessThan(0.1)
    expect(low).toBeGreaterThan(0)
  }
  expect(pairedClusterBootstrap(plan).interval).toEqual(pairedClusterBootstrap(plan).interval)
  expect(pairedClusterBootstrap(plan).interval).not.toEqual(
    pairedClusterBootstrap({ ...plan, seed: 2 }).interval,
  )
})

test('about 95 of 100 simulated studies have the true difference in their interval', () => {
  let covered = 0
  for (let study = 0; study < 300; study += 1) {
    const { cluster, one, other, prompts } = twoSystems(60, study)
    const first = clusterMean(cluster, one, prompts)
    const second = clusterMean(cluster, other, prompts)
    const { interval } = pairedClusterBootstrap({
      clusters: prompts,
      first,
      second,
      resamples: 300,
      seed: study,
    })
    if (interval && interval[0] <= 0.5 && interval[1] >= 0.5) covered += 1
  }
  // Two hundredths of the true coverage are 1.6 standard errors of 300 studies.
  expect(covered / 300).toBeGreaterThan(0.91)
  expect(covered / 300).toBeLessThan(0.985)
})

test('a difference that is undefined says why', () => {
  const nothing = clusterMean([], [], 2)
  const something = clusterMean([0, 1], [1, 2], 2)
  const plan = { clusters: 2, resamples: 10, seed: 1 }
  expect(pairedClusterBootstrap({ ...plan, first: something, second: nothing })).toMatchObject({
    difference: undefinedBecause('no-ratings'),
    interval: null,
  })
  const rarely = clusterMean([0], [1], 2)
  const { difference, samples } = pairedClusterBootstrap({
    ...plan,
    resamples: 40,
    first: rarely,
    second: something,
  })
  expect(difference).toEqual(defined(-0.5))
  expect(samples.some(Number.isNaN)).toBe(true)
  expect(() => pairedClusterBootstrap({ ...plan, clusters: 1.5, first: nothing, second: nothing })).toThrow(
    RangeError,
  )
  expect(() => clusterMean([2], [1], 2)).toThrow(RangeError)
})
