import { describe, expect, test } from 'vitest'
import type { Criterion } from '@/lib/domain/study/rubric'
import { deskAfter, neighbour, openDesk, type Desk, type DeskEvent } from './desk-state'
import { missingIn, ratingFrom, type Sheet } from './draft'

const criterion = (id: string, scale: Partial<Criterion['scale']> = {}): Criterion => ({
  id,
  name: id,
  scale: { min: 1, max: 5, step: 1, levels: [], ...scale },
  weight: 1,
  in_total: true,
})

const sheet: Sheet = { labels: ['A', 'B'], criteria: [criterion('accuracy'), criterion('fluency')] }
const one = (scale: Partial<Criterion['scale']>): Sheet => ({
  labels: ['A', 'B'],
  criteria: [criterion('mark', scale)],
})

const after = (desk: Desk, ...events: DeskEvent[]) => events.reduce(deskAfter, desk)
const typed = (desk: Desk, keys: string) =>
  after(desk, ...[...keys].map((key) => ({ type: 'type' as const, key })))

describe('typing scores', () => {
  test('a digit scores the cell in focus and moves on to the next empty one', () => {
    const desk = typed(openDesk(sheet), '4')
    expect(desk.draft.scores).toEqual({ A: { accuracy: 4 } })
    expect(desk.at).toEqual({ output: 0, criterion: 1 })
  })

  test('four digits fill a sheet of two outputs and two criteria, and the focus stays at the end', () => {
    const desk = typed(openDesk(sheet), '4352')
    expect(desk.draft.scores).toEqual({ A: { accuracy: 4, fluency: 3 }, B: { accuracy: 5, fluency: 2 } })
    expect(missingIn(sheet, desk.draft)).toEqual([])
    expect(desk.at).toEqual({ output: 1, criterion: 1 })
  })

  test('a digit beyond the scale changes nothing', () => {
    const desk = openDesk(sheet)
    expect(typed(desk, '9')).toEqual(desk)
  })

  test('after the last cell the focus goes back to one that was left out', () => {
    const desk = typed(after(openDesk(sheet), { type: 'move', outputs: 0, criteria: 1 }), '435')
    expect(desk.at).toEqual({ output: 0, criterion: 0 })
  })

  test('on a scale up to ten, 1 waits for a zero and any other digit begins the next cell', () => {
    expect(typed(openDesk(one({ min: 1, max: 10 })), '10').draft.scores).toEqual({ A: { mark: 10 } })
    expect(typed(openDesk(one({ min: 1, max: 10 })), '17').draft.scores).toEqual({
      A: { mark: 1 },
      B: { mark: 7 },
    })
  })

  test('settling ends an open entry and moves on', () => {
    const waiting = typed(openDesk(one({ min: 0, max: 100 })), '8')
    expect(waiting).toMatchObject({ typed: '8', at: { output: 0 } })
    expect(after(waiting, { type: 'settle' })).toMatchObject({ typed: '', at: { output: 1 } })
  })

  test('half steps are a digit and a point', () => {
    expect(typed(openDesk(one({ step: 0.5 })), '3.5').draft.scores).toEqual({
      A: { mark: 3.5 },
      B: { mark: 5 },
    })
    expect(typed(openDesk(one({ step: 0.5 })), '34.').draft.scores).toEqual({
      A: { mark: 3 },
      B: { mark: 4.5 },
    })
  })

  test('a scale below zero takes a minus', () => {
    expect(typed(openDesk(one({ min: -2, max: 2 })), '-2').draft.scores).toEqual({ A: { mark: -2 } })
  })

  test('steps up and down start at the ends and stop there', () => {
    const up = after(openDesk(sheet), { type: 'nudge', by: 1 }, { type: 'nudge', by: 1 })
    expect(up.draft.scores).toEqual({ A: { accuracy: 2 } })
    expect(after(openDesk(sheet), { type: 'nudge', by: -1 }).draft.scores).toEqual({ A: { accuracy: 5 } })
  })
})

describe('moving', () => {
  test('arrows stop at the edges', () => {
    const desk = after(
      openDesk(sheet),
      { type: 'move', outputs: 5, criteria: 0 },
      { type: 'move', outputs: 0, criteria: -1 },
    )
    expect(desk.at).toEqual({ output: 1, criterion: 0 })
  })

  test('Tab walks criteria first, and leaves the cells at both ends', () => {
    const desk = openDesk(sheet)
    expect(neighbour(desk, -1)).toBeNull()
    expect(neighbour(after(desk, { type: 'move', outputs: 0, criteria: 1 }), 1)).toEqual({
      output: 1,
      criterion: 0,
    })
    expect(neighbour(after(desk, { type: 'focus', at: { output: 1, criterion: 1 } }), 1)).toBeNull()
  })

  test('a draft that comes back opens at its first empty cell', () => {
    const draft = typed(openDesk(sheet), '43').draft
    expect(openDesk(sheet, draft).at).toEqual({ output: 1, criterion: 0 })
  })
})

describe('cannot judge', () => {
  const flagged = after(openDesk(sheet), { type: 'cannotJudge', label: 'A', reason: 'unreadable' })

  test('an output beyond judging needs no scores, and the focus goes to the next', () => {
    expect(missingIn(sheet, flagged.draft)).toHaveLength(2)
    expect(flagged.at).toEqual({ output: 1, criterion: 0 })
  })

  test('its earlier scores are not sent', () => {
    const desk = typed(
      after(typed(openDesk(sheet), '4'), { type: 'cannotJudge', label: 'A', reason: 'unreadable' }),
      '22',
    )
    expect(ratingFrom(sheet, desk.draft)).toEqual({
      scores: { B: { accuracy: 2, fluency: 2 } },
      comments: {},
      cannotJudge: { A: 'unreadable' },
    })
  })

  test('when no output can be judged the whole task is handed back', () => {
    const desk = after(flagged, { type: 'cannotJudge', label: 'B', reason: 'knowledge' })
    expect(ratingFrom(sheet, desk.draft).cannotJudge).toEqual({ task: 'unreadable; knowledge' })
  })

  test('scoring takes it back', () => {
    const desk = after(flagged, { type: 'score', at: { output: 0, criterion: 0 }, value: 3 })
    expect(desk.draft.cannotJudge).toEqual({})
  })

  test('a whole task that cannot be judged lacks nothing', () => {
    const desk = after(openDesk(sheet), { type: 'cannotJudge', label: 'task', reason: 'unclear' })
    expect(missingIn(sheet, desk.draft)).toEqual([])
  })
})

describe('comments and undo', () => {
  test('a level that asks for a reason is incomplete without a comment', () => {
    const strict = one({ levels: [{ value: 1, comment_required: true }] })
    const desk = typed(openDesk(strict), '15')
    expect(missingIn(strict, desk.draft)).toEqual([{ kind: 'comment', at: { output: 0, criterion: 0 } }])
    const said = after(desk, { type: 'comment', label: 'A', text: 'wrong' })
    expect(missingIn(strict, said.draft)).toEqual([])
  })

  test('undo takes back scores one by one, with the focus where it was, and leaves comments', () => {
    const desk = after(
      typed(openDesk(sheet), '43'),
      { type: 'comment', label: 'A', text: 'short' },
      { type: 'undo' },
    )
    expect(desk.draft).toEqual({ scores: { A: { accuracy: 4 } }, comments: { A: 'short' }, cannotJudge: {} })
    expect(desk.at).toEqual({ output: 0, criterion: 1 })
    expect(after(desk, { type: 'undo' }, { type: 'undo' }).draft.scores).toEqual({})
  })

  test('clearing empties the cell and can be undone', () => {
    const desk = after(
      typed(openDesk(sheet), '4'),
      { type: 'move', outputs: 0, criteria: -1 },
      { type: 'clear' },
    )
    expect(desk.draft.scores).toEqual({ A: {} })
    expect(after(desk, { type: 'undo' }).draft.scores).toEqual({ A: { accuracy: 4 } })
  })
})

describe('a sheet of which some cells are asked', () => {
  const some: Sheet = {
    labels: ['A', 'B', 'C'],
    criteria: [criterion('accuracy'), criterion('fluency'), criterion('tone')],
    asked: { A: ['tone'], C: ['accuracy', 'tone'] },
  }

  test('opens on the first of them, and is full when they are scored', () => {
    const desk = typed(openDesk(some), '435')
    expect(desk.draft.scores).toEqual({ A: { tone: 4 }, C: { accuracy: 3, tone: 5 } })
    expect(missingIn(some, desk.draft)).toEqual([])
  })

  test('arrows go over what is not asked, and stay where nothing is beyond', () => {
    const right = after(openDesk(some), { type: 'move', outputs: 1, criteria: 0 })
    expect(right.at).toEqual({ output: 2, criterion: 2 })
    const up = after(right, { type: 'move', outputs: 0, criteria: -1 })
    expect(up.at).toEqual({ output: 2, criterion: 0 })
    expect(after(up, { type: 'move', outputs: 1, criteria: 0 }).at).toEqual(up.at)
    expect(neighbour(up, -1)).toEqual({ output: 0, criterion: 2 })
  })
})
