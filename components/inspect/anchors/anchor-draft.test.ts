import { describe, expect, test } from 'vitest'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import { cellsToSend, changedLabels, draftOf, emptyCell, withCell } from './anchor-draft'
import { problemsOf } from './anchor-problems'
import { draftToGoOn } from './kept-anchors'

const criterion = {
  id: 'accuracy',
  name: 'Accuracy',
  weight: 1,
  in_total: true,
  scale: { min: 1, max: 5, step: 1, levels: [] },
}
const cell = { criterionId: 'accuracy', experts: [4, 5], agreed: 4.5, reason: { zh: '正确' } }
const anchored = (band: { low: number; high: number }): AnchorTask => ({
  taskId: 'task',
  task: {
    assignmentId: 'task',
    presentation: 'sheet',
    language: 'zh',
    leaseUntil: '',
    prompt: { turns: ['?'] },
    outputs: [
      { label: 'A', turns: ['a'] },
      { label: 'B', turns: ['b'] },
    ],
    rubric: { version: 1, criteria: [criterion] },
  },
  anchors: { A: { anchorId: 'one', cells: [{ ...cell, band }] } },
})

describe('anchors being written', () => {
  test('the usual band stays usual, so that it follows scores that are changed', () => {
    const draft = draftOf(anchored({ low: 3, high: 5 }))
    expect(cellsToSend(draft, 'A')).toEqual({ accuracy: { scores: [4, 5], reason: { zh: '正确' } } })
  })

  test('a band of the inspector’s own is sent as it is', () => {
    const draft = draftOf(anchored({ low: 4, high: 5 }))
    expect(cellsToSend(draft, 'A')['accuracy']?.band).toEqual({ low: 4, high: 5 })
  })

  test('only outputs that were begun and are not as they were are sent', () => {
    const before = draftOf(anchored({ low: 3, high: 5 }))
    expect(changedLabels(withCell(before, ['B', 'accuracy'], emptyCell), before)).toEqual([])
    const begun = withCell(before, ['B', 'accuracy'], { ...emptyCell, scores: [2] })
    expect(changedLabels(begun, before)).toEqual(['B'])
  })

  test('what is wrong is said by the rules of the server, before anything is sent', () => {
    const { task } = anchored({ low: 3, high: 5 })
    const apart = withCell({}, ['B', 'accuracy'], { ...emptyCell, scores: [1, 4], zh: '不同' })
    const found = problemsOf(apart, 'B', { rubric: task.rubric, expertRange: 1 })
    expect(found['accuracy']?.map(({ words }) => words.id)).toEqual(['calibration.problem.expertsApart'])
  })
})

describe('anchors left on this device', () => {
  const one = { ...emptyCell, scores: [4] }
  const two = { ...emptyCell, scores: [2, 2] }
  const before = { A: { accuracy: two } }
  const kept = { before, draft: { A: { accuracy: one }, B: { accuracy: one } }, rubricVersion: 1 }

  test('are there again when the task is opened', () => {
    expect(draftToGoOn(kept, { before, rubricVersion: 1 })).toEqual(kept.draft)
    expect(draftToGoOn(null, { before, rubricVersion: 1 })).toEqual(before)
  })

  test('give way to what somebody else has saved meanwhile, and to another rubric', () => {
    const theirs = { A: { accuracy: { ...two, zh: '改过' } } }
    expect(draftToGoOn(kept, { before: theirs, rubricVersion: 1 })).toEqual({
      ...theirs,
      B: { accuracy: one },
    })
    expect(draftToGoOn(kept, { before, rubricVersion: 2 })).toEqual(before)
  })
})
