import { expect, test } from 'vitest'
import { binomialDraw } from './binomial-draw'
import { multinomialDraw } from './multinomial-draw'
import { seededRandom } from './seeded-random'

/** ln C(n, k) + k ln p + (n − k) ln(1 − p), the logarithms of the factorials added up one by one. */
function probabilityOf(k: number, n: number, p: number): number {
  let log = k * Math.log(p) + (n - k) * Math.log1p(-p)
  for (let factor = 1; factor <= k; factor += 1) log += Math.log((n - k + factor) / factor)
  return Math.exp(log)
}

/** χ² of draws against the distribution, cells with few expected draws left together; and its degrees of freedom. */
function misfit(n: number, p: number, seed: number) {
  const draws = 50_000
  const random = seededRandom(seed)
  const seen = new Float64Array(n + 1)
  for (let draw = 0; draw < draws; draw += 1) {
    const k = binomialDraw(n, p, random)
    seen[k] = (seen[k] ?? 0) + 1
  }
  let chiSquared = 0
  let df = -1
  let restSeen = 0
  let restExpected = 0
  for (let k = 0; k <= n; k += 1) {
    restSeen += seen[k] ?? 0
    restExpected += draws * probabilityOf(k, n, p)
    if (restExpected < 20) continue
    chiSquared += (restSeen - restExpected) ** 2 / restExpected
    df += 1
    restSeen = 0
    restExpected = 0
  }
  return (chiSquared - df) / Math.sqrt(2 * df)
}

test.each([
  [1, 0.3],
  [10, 0.5],
  [40, 0.97],
  [100, 0.2],
  [41, 0.48],
  [1000, 0.02],
  [1000, 0.021],
  [5000, 0.7],
])('binomial draws, %d trials at %d, follow the distribution: χ² within four sd', (n, p) => {
  expect(Math.abs(misfit(n, p, 11))).toBeLessThan(4)
})

test('many trials: mean and variance are those of the distribution', () => {
  const [n, p, draws] = [1e8, 0.37, 2000]
  const random = seededRandom(3)
  let sum = 0
  let squares = 0
  for (let draw = 0; draw < draws; draw += 1) {
    const z = (binomialDraw(n, p, random) - n * p) / Math.sqrt(n * p * (1 - p))
    sum += z
    squares += z * z
  }
  expect(Math.abs(sum) / Math.sqrt(draws)).toBeLessThan(4)
  expect(Math.abs(squares / draws - 1)).toBeLessThan(4 * Math.sqrt(2 / draws))
})

test('what is certain takes no draw, what is impossible is refused', () => {
  const never = () => {
    throw new Error('drew')
  }
  expect([binomialDraw(0, 0.5, never), binomialDraw(7, 0, never), binomialDraw(7, 1, never)]).toEqual([
    0, 0, 7,
  ])
  for (const [n, p] of [
    [-1, 0.5],
    [1.5, 0.5],
    [5, -0.1],
    [5, 1.1],
    [5, Number.NaN],
  ] as const)
    expect(() => binomialDraw(n, p, never)).toThrow(RangeError)
})

test('the largest and smallest uniform numbers give draws within range', () => {
  for (const bits of [0, 0xffffffff])
    for (const [n, p] of [
      [5, 0.4],
      [1000, 0.3],
      [100_000, 0.5],
      [100_000, 1e-7],
    ] as const) {
      const k = binomialDraw(n, p, () => bits)
      expect(k >= 0 && k <= n).toBe(true)
    }
})

test('a multinomial draw shares out its total; cells without weight get nothing', () => {
  const random = seededRandom(5)
  const probabilities = [5.5, 0, 3, 0.5, 1, 0]
  const sums = new Float64Array(6)
  const squares = new Float64Array(6)
  const counts = new Float64Array(6)
  const draws = 4000
  for (let draw = 0; draw < draws; draw += 1) {
    multinomialDraw(counts, { total: 100, probabilities }, random)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100)
    counts.forEach((count, cell) => {
      sums[cell] = (sums[cell] ?? 0) + count
      squares[cell] = (squares[cell] ?? 0) + count * count
    })
  }
  probabilities.forEach((weight, cell) => {
    const p = weight / 10
    const mean = (sums[cell] ?? 0) / draws
    const variance = (squares[cell] ?? 0) / draws - mean * mean
    expect(Math.abs(mean - 100 * p)).toBeLessThanOrEqual(4 * Math.sqrt((100 * p * (1 - p)) / draws))
    expect(Math.abs(variance - 100 * p * (1 - p))).toBeLessThanOrEqual(0.1 * 100 * p * (1 - p))
  })
})

test('a multinomial draw without cells to draw from is refused; nothing to draw is nothing', () => {
  const draw = (total: number, probabilities: number[]) =>
    multinomialDraw(new Float64Array(probabilities.length), { total, probabilities }, seededRandom(1))
  expect([...draw(0, [1, 2])]).toEqual([0, 0])
  expect([...draw(0, [])]).toEqual([])
  expect([...draw(9, [0, 1, 0])]).toEqual([0, 9, 0])
  expect(() => draw(1, [0, 0])).toThrow(RangeError)
  expect(() => draw(1, [1, -1])).toThrow(RangeError)
  expect(() => draw(1, [Infinity])).toThrow(RangeError)
})
