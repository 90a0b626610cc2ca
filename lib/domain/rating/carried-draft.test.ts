import { expect, test } from 'vitest'
import { carriedDraft, fingerprintOf } from './carried-draft'

const task = (prompt: string, ...texts: string[]) => ({
  prompt: { turns: [prompt] },
  outputs: texts.map((text, index) => ({ label: 'ABC'[index] ?? '', turns: [text] })),
})
const draft = { scores: { A: { m: 1 }, B: { m: 5 } }, comments: { B: 'good' }, cannotJudge: {} }
const before = fingerprintOf(task('why', 'first', 'second'))

test('scores follow their texts to the new order', () => {
  const now = fingerprintOf(task('why', 'second', 'first'))
  expect(carriedDraft(draft, before, now)).toEqual({
    scores: { B: { m: 1 }, A: { m: 5 } },
    comments: { A: 'good' },
    cannotJudge: {},
  })
})

test('another prompt or other outputs take nothing over', () => {
  expect(carriedDraft(draft, before, fingerprintOf(task('how', 'second', 'first')))).toBeNull()
  expect(carriedDraft(draft, before, fingerprintOf(task('why', 'second', 'third')))).toBeNull()
})

test('two equal texts leave the match open, so nothing is taken over', () => {
  const twins = fingerprintOf(task('why', 'same', 'same'))
  expect(carriedDraft(draft, twins, twins)).toBeNull()
})
