import { expect, test } from 'vitest'
import { ratingsFromLines } from './examples'
import { leaveOneOut } from './leave-one-out'

test('a rater is compared with the mean of the others, over the items that others rated', () => {
  const [first, , third] = leaveOneOut(ratingsFromLines(['153', '23.', '4..', '551']))
  expect(first).toMatchObject({ n: 4, overlap: 3 })
  // Others' means of items 0, 1 and 3: 4, 3, 3.
  expect(first?.bias.value).toBeCloseTo((-3 - 1 + 2) / 3, 12)
  expect(first?.meanAbsoluteDifference.value).toBeCloseTo(2, 12)
  expect(first?.pearson.value).toBeCloseTo(-0.6933752452815365, 12)
  expect(first?.spearman.value).toBeCloseTo(-Math.sqrt(3) / 2, 12)
  expect(third).toMatchObject({ n: 2, overlap: 2 })
  expect(third?.pearson.value).toBeCloseTo(-1, 12)
})

test('means that are equal but for rounding share a rank, unless they are asked for as computed', () => {
  // In item 0 the total 0.1 + 0.2 + 0.3 less the own 0.3 is not the 0.3 that is given in item 1.
  const ratings = ratingsFromLines(['111', '222', '333'])
  const value = Float64Array.from([0.3, 0.1, 0.2, 0.1, 0.15, 0.15, 0.7, 0.9, 0.9])
  const equal = leaveOneOut({ ...ratings, value })[0]?.spearman.value
  const computed = leaveOneOut({ ...ratings, value }, { grain: 0 })[0]?.spearman.value
  expect(equal).toBeCloseTo(Math.sqrt(3) / 2, 12)
  expect(Math.abs((computed ?? 0) - (equal ?? 0))).toBeGreaterThan(0.1)
})

test('a rater alone, a constant rater, one with a single rating: named outcomes', () => {
  const [lone] = leaveOneOut(ratingsFromLines(['1', '2']))
  expect(lone).toMatchObject({
    n: 2,
    overlap: 0,
    bias: { reason: 'no-pairs' },
    pearson: { reason: 'too-few-items' },
  })
  const [steady, , single] = leaveOneOut(ratingsFromLines(['31.', '324', '35.']))
  expect(steady?.pearson.reason).toBe('constant')
  expect(single).toMatchObject({
    n: 1,
    overlap: 1,
    bias: { value: 1.5 },
    spearman: { reason: 'too-few-items' },
  })
  expect(leaveOneOut(ratingsFromLines([]))).toEqual([])
})

test('a rater who rated an item twice is refused by name', () => {
  const ratings = ratingsFromLines(['12', '34'])
  expect(() => leaveOneOut({ ...ratings, item: Int32Array.from([0, 0, 0, 1]) })).toThrow(
    'rater 0 rated item 0 twice',
  )
})
