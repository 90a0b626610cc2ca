import { expect, test } from 'vitest'
import { alphaMoments } from '@/lib/stats/agreement/krippendorff-alpha-interval'
import { criterion } from '@/lib/domain/study/rubric'
import type { UserError } from '@/lib/domain/user-error'
import { alphaByPrompt } from './alpha-by-prompt'
import { repairDraft } from './repair-draft'
import { repairedCriteria } from './repaired-criteria'
import { byTrouble, noCauses } from './rubric-trouble'

const levels = [5, 1].map((value) => ({ value, label: { en: `Level ${value}` } }))
const rubric = ['accuracy', 'style', 'safety'].map((id) =>
  criterion.parse({ id, name: { en: id }, question: 'How good?', scale: { min: 1, max: 5, levels } }),
)

/** The rubric as the editor sends it back, with other words here and there. */
function edited(words: Record<string, object>) {
  const criteria = rubric.map(({ id, name, question, scale }) => ({
    id,
    name,
    question,
    levels: scale.levels,
    ...words[id],
  }))
  return repairDraft.parse({ version: 1, reason: 'raters read it two ways', criteria })
}

function refusal(words: Record<string, object>): UserError {
  try {
    repairedCriteria(rubric, edited(words))
  } catch (error) {
    return error as UserError
  }
  throw new RangeError('should have been refused')
}

test('a changed criterion is rated anew unless its old ratings still hold; keys, scales and weights stay', () => {
  const better = {
    levels: [
      { value: 1, label: 'Bad' },
      { value: 5, label: 'Good', comment_required: true },
    ],
  }
  const repaired = repairedCriteria(
    rubric,
    edited({ accuracy: better, style: { name: 'Style', ratingsHold: true } }),
  )
  expect(repaired.map(({ repair }) => repair)).toEqual(['anew', 'wording', 'none'])
  expect(repaired[0]?.criterion).toEqual({ ...rubric[0], scale: { ...rubric[0]?.scale, ...better } })
  expect(repaired[2]?.criterion).toBe(rubric[2])
})

test('a question may go, and the order of levels is no change', () => {
  expect(
    repairedCriteria(rubric, edited({ style: { question: undefined } }))[1]?.criterion,
  ).not.toHaveProperty('question')
  expect(refusal({ style: { levels: levels.toReversed() } }).message).toContain('Nothing')
})

test('unknown criteria, missing ones and levels off the scale are refused by name', () => {
  expect(
    refusal({ style: { id: 'tone' } }).more.problems?.map(({ got, expected }) => [got, expected]),
  ).toEqual([
    ['tone', 'one of accuracy, style, safety'],
    [null, 'one of style'],
  ])
  const off = refusal({ safety: { levels: [{ value: 6 }, { value: 2 }, { value: 2 }] } })
  expect(Object.keys(off.more.fields ?? {})).toEqual([
    'criteria.2.levels.0.value',
    'criteria.2.levels.2.value',
  ])
})

test('what is surely in dispute comes before what one case says', () => {
  const row = (id: string, disputed: number, cells: number) => ({ id, disputed, cells, causes: noCauses() })
  const rows = [row('none', 0, 0), row('single', 1, 1), row('many', 40, 60), row('few', 4, 60)]
  expect(byTrouble(rows).map(({ id }) => id)).toEqual(['many', 'single', 'few', 'none'])
})

test('alpha is that of all outputs together, and two prompts give an interval', () => {
  const of = (values: number[]) => ({
    ...(alphaMoments(values) ?? { n: 0, sum: 0, sumOfSquares: 0, within: 0 }),
    outputs: 1,
  })
  expect(alphaByPrompt([of([1, 1]), of([5, 5]), of([3, 3])])).toMatchObject({
    alpha: 1,
    low: 1,
    high: 1,
    outputs: 3,
  })
  expect(alphaByPrompt([of([1, 5])])).toMatchObject({ low: null, high: null })
  expect(alphaByPrompt([]).alpha).toBeNull()
})
