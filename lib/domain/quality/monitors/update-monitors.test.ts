import { expect, test } from 'vitest'
import type { ComparedCell, MonitorEvent, RatedCell } from './monitor-event'
import { monitorState, startMonitors, type MonitorState } from './monitor-state'
import { panelOf } from './panel'
import { readMonitors } from './read-monitors'
import { updateMonitors } from './update-monitors'

const scales = { accuracy: { min: 1, max: 5, step: 1 }, style: { min: 0, max: 100, step: 10 } }

const scoreAt = (task: number, place: number) => 1 + ((task * 7 + place * 3 + ((task * place) % 4)) % 5)

function rated(task: number): RatedCell[] {
  return [0, 1].flatMap((position) => [
    { criterion: 'accuracy', position, score: scoreAt(task, position) },
    { criterion: 'style', position, score: 10 * scoreAt(task, position + 5) },
  ])
}

function seen(task: number, others: number): ComparedCell[] {
  return rated(task).map((cell, place) => ({
    ...cell,
    others: Array.from({ length: others }, (_, other) =>
      cell.criterion === 'style' ? 10 * scoreAt(task, place + other) : scoreAt(task, place + other),
    ),
  }))
}

const rating = (task: number): MonitorEvent => ({ kind: 'rated', cells: rated(task), seconds: 60, work: 500 })
const all = (events: readonly MonitorEvent[], from: MonitorState = startMonitors(scales)) =>
  events.reduce(updateMonitors, from)

const tasks = Array.from({ length: 40 }, (_, at) => at + 1)
const panel = panelOf([])

/** Figures to nine digits, as sums in another order differ in their last bits. */
function figures(state: MonitorState) {
  const round = (x: number | undefined) => (x === undefined ? null : Number(x.toFixed(9)) + 0)
  return readMonitors(state, panel, { risk: 0.001 }).map(({ monitor, value, n, surely }) => {
    return [monitor, round(value ?? undefined), n, round(surely?.low), round(surely?.high)]
  })
}

test('others who rate at once, later, or one after the other lead to the same signals', () => {
  const atOnce = all(
    tasks.flatMap((task): MonitorEvent[] => [
      rating(task),
      { kind: 'compared', task, before: null, after: seen(task, 2) },
    ]),
  )
  const later = all([
    ...tasks.map(rating),
    ...tasks
      .toReversed()
      .map((task): MonitorEvent => ({ kind: 'compared', task, before: null, after: seen(task, 2) })),
  ])
  const oneByOne = all([
    ...tasks.flatMap((task): MonitorEvent[] => [
      rating(task),
      { kind: 'compared', task, before: null, after: seen(task, 1) },
    ]),
    ...tasks.map((task): MonitorEvent => ({
      kind: 'compared',
      task,
      before: seen(task, 1),
      after: seen(task, 2),
    })),
  ])
  expect(figures(later)).toEqual(figures(atOnce))
  expect(figures(oneByOne)).toEqual(figures(atOnce))
})

test('others who are excluded are taken out again', () => {
  const alone = all(tasks.map(rating))
  const left = all(
    tasks.flatMap((task): MonitorEvent[] => [
      { kind: 'compared', task, before: null, after: seen(task, 2) },
      { kind: 'compared', task, before: seen(task, 2), after: seen(task, 0) },
    ]),
    alone,
  )
  expect(left.compared.n).toBe(0)
  expect(figures(left)).toEqual(figures(alone))
})

test('a correction counts as if the scores had been right at once, but for the order in which they were given', () => {
  const change = (cells: readonly RatedCell[]) =>
    cells.map((cell) => ({ ...cell, score: cell.criterion === 'style' ? 50 : 5 }))
  const corrected = all([rating(1), { kind: 'corrected', before: rated(1), after: change(rated(1)) }])
  const right = all([{ kind: 'rated', cells: change(rated(1)), seconds: 60, work: 500 }])
  expect(corrected.levels).toEqual(right.levels)
  expect(corrected.halo).toEqual(right.halo)
  expect(corrected.run).not.toEqual(right.run)
})

test('the state is plain data, reads back as it was, and does not grow with the work', () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, at) => at + 1).flatMap((task): MonitorEvent[] => [
      rating(task),
      { kind: 'compared', task, before: null, after: seen(task, 2) },
      { kind: 'gold', cells: [{ criterion: 'accuracy', score: 3, agreed: 4, low: 3, high: 5 }] },
      { kind: 'repeat', cells: [{ criterion: 'accuracy', first: 3, again: 4 }] },
    ])
  const state = all(events(300))
  const kept = JSON.stringify(state)
  expect(monitorState.parse(JSON.parse(kept))).toEqual(state)
  expect(JSON.stringify(all(events(3000))).length).toBeLessThan(1.3 * kept.length)
})

test('events change no state that was there before', () => {
  const before = all([rating(1)])
  const kept = JSON.stringify(before)
  updateMonitors(updateMonitors(before, rating(2)), {
    kind: 'compared',
    task: 1,
    before: null,
    after: seen(1, 2),
  })
  expect(JSON.stringify(before)).toBe(kept)
})

test('scores of a criterion that the study does not know, and empty checks, change no figure', () => {
  const state = all(tasks.map(rating))
  const strange = [{ criterion: 'gone', position: 0, score: 3, others: [3] }]
  const after = all(
    [
      { kind: 'compared', task: 1, before: null, after: strange },
      { kind: 'gold', cells: [] },
      { kind: 'repeat', cells: [] },
    ],
    state,
  )
  expect(figures(after)).toEqual(figures(state))
})

test('before the first rating every signal is missing, none is zero', () => {
  for (const { value, n, interval, surely } of readMonitors(startMonitors(scales), panel, { risk: 0.001 }))
    expect([value, n, interval, surely]).toEqual([null, 0, null, null])
})
