import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anaesthetists, labelsFromLines } from '@/lib/stats/rater-models/examples'
import { majorityVote } from './majority-vote'

test('the anaesthetists’ forms: a majority on 44, a tie of two categories on one', () => {
  const votes = majorityVote(anaesthetists)
  expect(votes.map(({ label }) => (label === null ? '=' : label + 1)).join('')).toBe(
    '13222213224=121111222222112111131223233111212',
  )
  expect(votes[11]).toEqual({ label: null, tied: [1, 2], votes: 3, n: 7 })
})

test('no label, one label, and a tie of all', () => {
  const votes = majorityVote({ ...labelsFromLines(['2..', '201', '110'], 3), items: 4 })
  expect(votes).toEqual([
    { label: 2, tied: [], votes: 1, n: 1 },
    { label: null, tied: [0, 1, 2], votes: 1, n: 3 },
    { label: 1, tied: [], votes: 2, n: 3 },
    { label: null, tied: [], votes: 0, n: 0 },
  ])
})

test('a million categories cost no more than their number', () => {
  const ids = Int32Array.from({ length: 1_000_000 }, (_, at) => at)
  const votes = majorityVote({
    items: 1_000_000,
    raters: 1,
    categories: 1_000_000,
    item: ids,
    rater: new Int32Array(1_000_000),
    label: ids,
  })
  expect(votes[999_999]).toEqual({ label: 999_999, tied: [], votes: 1, n: 1 })
})

test('a label past the categories is refused with its row', () => {
  expect(() => majorityVote(labelsFromLines(['01', '13'], 3))).toThrow('row 3: no category 3 among 3')
})

test('doubling every label changes no outcome', () => {
  const lines = fc.array(fc.stringMatching(/^[012]{1,5}$/), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(lines, (study) => {
      const twice = study.map((line) => line + line)
      const outcome = (of: string[]) =>
        majorityVote(labelsFromLines(of, 3)).map(({ label, tied }) => ({ label, tied }))
      expect(outcome(twice)).toEqual(outcome(study))
    }),
  )
})
