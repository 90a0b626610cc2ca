import { expect, test } from 'vitest'
import { memoryTexts } from '@/components/rating/line/kept-texts'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { keptTask, startFrom, type KeptTask } from './kept-task'
import { keptWork } from './kept-work'

const criterion = (id: string) => ({
  id,
  name: id,
  weight: 1,
  in_total: true,
  scale: { min: 1, max: 5, step: 1, levels: [] },
})
const taskOf = (outputs: Record<string, string>, version = 1): BlindTask => ({
  assignmentId: 'case',
  presentation: 'sheet',
  language: 'zh',
  leaseUntil: '',
  prompt: { turns: ['?'] },
  outputs: Object.entries(outputs).map(([label, text]) => ({ label, turns: [text] })),
  rubric: { version, criteria: [criterion('accuracy'), criterion('style')] },
})
const scores = { A: { accuracy: 4, style: 2 }, B: { accuracy: 1 } }
const written = { draft: { scores, comments: {}, cannotJudge: { B: 'no sound' } }, dwellMs: 9000 }

test('what was written is there again under the same name, for the same person only, until it is dropped', () => {
  const texts = memoryTexts()
  const name = { owner: 'one', desk: 'lot', id: 'unit' } as const
  const task = taskOf({ A: 'a', B: 'b' })
  keptWork<KeptTask>(texts, name).keep(keptTask(written, task))
  expect(startFrom(keptWork<KeptTask>(texts, name).read(), task)).toEqual(written)
  for (const other of [{ owner: 'two' }, { desk: 'case' as const }, { id: 'another' }])
    expect(keptWork<KeptTask>(texts, { ...name, ...other }).read()).toBeNull()
  keptWork<KeptTask>(texts, name).drop()
  expect(texts.names()).toEqual([])
})

test('a text cut short by a crash is no draft', () => {
  const texts = memoryTexts()
  texts.set('mangping.inspect.one.lot.unit', '{"draft":')
  expect(keptWork<KeptTask>(texts, { owner: 'one', desk: 'lot', id: 'unit' }).read()).toBeNull()
})

test('of a case that has changed, only what is still shown and asked comes back', () => {
  const kept = keptTask(written, taskOf({ A: 'a', B: 'b' }))
  const fewer = startFrom(kept, taskOf({ A: 'a', C: 'c' }), { A: ['style'], C: ['style'] })
  expect(fewer?.draft).toEqual({ scores: { A: { style: 2 } }, comments: {}, cannotJudge: {} })
  expect(startFrom(kept, taskOf({ A: 'other', B: 'another' }))).toBeNull()
  expect(startFrom(kept, taskOf({ A: 'a', B: 'b' }, 2))).toBeNull()
})
