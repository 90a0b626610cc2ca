import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedT } from './paired-t'
import { signFlipPermutation } from './sign-flip-permutation'
import { signTest } from './sign-test'

const differences = [0.3, -0.1, 0.7, 0.5, 0.2, 0.9, -0.4]

test("the paired t test, SciPy's figures", () => {
  expect(pairedT(differences)).toMatchObject({ n: 7, df: 6, method: 't', reason: null })
  expect(pairedT(differences).statistic).toBeCloseTo(1.7602160821154045, 12)
  expect(pairedT(differences).p).toBeCloseTo(0.1288566873921094, 12)
  expect(pairedT(differences, { alternative: 'less' }).p).toBeCloseTo(0.9355716563039453, 12)
})

test('t is undefined of one difference and of zeros, and infinite of equal ones', () => {
  expect(pairedT([1])).toEqual({ statistic: null, p: null, n: 1, reason: 'too-few-items' })
  expect(pairedT([0, 0, 0])).toEqual({ statistic: null, p: null, n: 3, reason: 'constant' })
  expect(pairedT([0.1, 0.1, 0.1])).toMatchObject({ statistic: Infinity, p: 0 })
  expect(pairedT([-2, -2], { alternative: 'greater' })).toMatchObject({ statistic: -Infinity, p: 1 })
  expect(() => pairedT([1, NaN])).toThrow(RangeError)
})

test("the sign test: 17 of 25, SciPy's figures, zeros dropped", () => {
  const signs = Array.from({ length: 30 }, (_, i) => (i < 17 ? 1 : i < 25 ? -1 : 0))
  expect(signTest(signs)).toMatchObject({ statistic: 17, n: 25, method: 'exact' })
  expect(signTest(signs).p).toBeCloseTo(0.10775214433670044, 13)
  expect(signTest(signs, { alternative: 'greater' }).p).toBeCloseTo(0.05387607216835022, 13)
  expect(signTest([])).toMatchObject({ reason: 'too-few-items' })
  expect(signTest([0])).toMatchObject({ reason: 'constant' })
})

test('52 wins of 52 keep their digits', () => {
  expect((signTest(new Array<number>(52).fill(1)).p ?? 0) * 2 ** 51).toBeCloseTo(1, 13)
})

test('all signs of the depression data of Hollander and Wolfe: 14 of 512', () => {
  const relief = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01]
  expect(signFlipPermutation(relief)).toMatchObject({ n: 9, method: 'exact', p: 0.02734375 })
  // SciPy's permutation test of one sample.
  expect(signFlipPermutation(differences).p).toBe(0.15625)
  expect(signFlipPermutation(differences).statistic).toBeCloseTo(0.3, 14)
})

/** By definition: every choice of signs. */
function shareAtLeast(values: readonly number[]): number {
  const observed = values.reduce((sum, value) => sum + value, 0)
  let count = 0
  for (let signs = 0; signs < 2 ** values.length; signs += 1) {
    const sum = values.reduce((total, value, i) => total + (signs & (1 << i) ? value : -value), 0)
    if (sum >= observed) count += 1
  }
  return count / 2 ** values.length
}

test('matching halves counts what the definition counts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 10 }), (values) => {
      const informative = values.filter((value) => value !== 0)
      const { p, reason } = signFlipPermutation(values, { alternative: 'greater' })
      if (informative.length === 0) expect(reason).toBe('constant')
      else expect(p).toBeCloseTo(shareAtLeast(informative), 12)
    }),
  )
})

test('drawn signs come close to all signs, are the same for a seed, and never give 0', () => {
  const values = Array.from({ length: 30 }, (_, i) => Math.sin(3 * i) + 0.25)
  const exact = signFlipPermutation(values)
  expect(exact).toMatchObject({ method: 'exact', n: 30 })
  const drawn = signFlipPermutation(values, { method: 'monte-carlo', resamples: 20_000, seed: 1 })
  // Three standard errors of the share of one tail, doubled.
  expect(Math.abs((drawn.p ?? 0) - (exact.p ?? 0))).toBeLessThan(6 * Math.sqrt(0.25 / 20_000))
  expect(signFlipPermutation(values, { method: 'monte-carlo', resamples: 500, seed: 9 })).toEqual(
    signFlipPermutation(values, { method: 'monte-carlo', resamples: 500, seed: 9 }),
  )
  const sure = new Array<number>(100).fill(1)
  expect(signFlipPermutation(sure, { alternative: 'greater', resamples: 999 })).toMatchObject({
    method: 'monte-carlo',
    p: 0.001,
  })
})

test('no difference, no resample, too many signs: each has its outcome', () => {
  expect(signFlipPermutation([])).toMatchObject({ reason: 'too-few-items' })
  expect(signFlipPermutation([0, 0])).toMatchObject({ reason: 'constant' })
  expect(signFlipPermutation([5])).toMatchObject({ p: 1, n: 1 })
  const many = new Array<number>(41).fill(1)
  expect(() => signFlipPermutation(many, { method: 'exact' })).toThrow(RangeError)
  expect(() => signFlipPermutation(many, { resamples: 0 })).toThrow(RangeError)
  expect(() => signFlipPermutation(many, { seed: 0.5 })).toThrow(RangeError)
})
