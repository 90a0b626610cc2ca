import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsFromLines } from '@/lib/stats/rater-models/examples'
import { labelPatterns } from './label-patterns'

test('items with the same labels by the same raters stand once, in whatever order the rows come', () => {
  const { start, mark, times, of } = labelPatterns(labelsFromLines(['01', '10', '01', '0.', '..'], 2))
  expect([...of]).toEqual([0, 1, 0, 2, 3])
  expect([...times]).toEqual([2, 1, 1, 1])
  expect([...start]).toEqual([0, 2, 4, 5, 5])
  expect([...mark]).toEqual([0, 3, 1, 2, 0])
})

test('patterns hold all labels of all items', () => {
  const study = fc.array(fc.stringMatching(/^[012.]{0,4}$/), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(study, (lines) => {
      const patterns = labelPatterns(labelsFromLines(lines, 3))
      expect(patterns.times.reduce((sum, times) => sum + times, 0)).toBe(lines.length)
      lines.forEach((line, item) => {
        const pattern = patterns.of[item] ?? 0
        const marks = patterns.mark.subarray(patterns.start[pattern], patterns.start[pattern + 1])
        const wanted = [...line].flatMap((sign, rater) => (sign === '.' ? [] : [rater * 3 + Number(sign)]))
        expect([...marks]).toEqual(wanted)
      })
    }),
  )
})
