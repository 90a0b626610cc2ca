import { expect, test, vi } from 'vitest'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { DeskAnswer, DeskRefusal, DeskTransport } from '@/lib/domain/rating/desk-transport'
import { DeskLine } from './desk-line'
import { DeskStore } from './desk-store'
import { memoryTexts } from './kept-texts'

const rating = { scores: { A: { m: 3 } }, comments: {}, cannotJudge: {}, dwellMs: 5 }

const task = (id: string): BlindTask => ({
  assignmentId: id,
  presentation: 'sheet',
  prompt: { turns: [`prompt ${id}`] },
  outputs: [{ label: 'A', turns: [`output ${id}`] }],
  rubric: { version: 1, criteria: [] },
  language: 'en',
  leaseUntil: new Date(1_000_000).toISOString(),
})

const refusal = (code: DeskRefusal['code']): DeskAnswer<never> => ({
  ok: false,
  error: { code, message: '', fields: { m: 'x' } },
})
const said = <T>(value: T): DeskAnswer<T> => ({ ok: true, value, serverNow: 0 })

/** A server that hands out numbered tasks, holds two at a time, and refuses as told before it takes a rating. */
function server(total: number, refusals: DeskRefusal['code'][] = []) {
  const held: string[] = []
  const stored: string[] = []
  let given = 0
  const refill = () => {
    while (held.length < 2 && given < total) held.push(`t${(given += 1)}`)
  }
  const answer = () => {
    refill()
    const tasks = held.map(task)
    return { task: tasks[0] ?? null, tasks, progress: { done: stored.length, left: total - stored.length } }
  }
  const transport: DeskTransport = {
    claim: async () => said(answer()),
    submit: vi.fn(async (input) => {
      const code = refusals.shift()
      if (code === 'lease_lost') held.splice(held.indexOf(input.assignmentId), 1)
      if (code) return refusal(code)
      if (!stored.includes(input.assignmentId)) {
        stored.push(input.assignmentId)
        held.splice(held.indexOf(input.assignmentId), 1)
      }
      return said({ saved: { ratingId: input.assignmentId, revision: 1 }, ...answer() })
    }),
    extend: async () => said({ leaseUntil: new Date(2_000_000).toISOString() }),
  }
  return { transport, stored }
}

function lineOn(transport: DeskTransport, store = new DeskStore(memoryTexts(), 'me', 'study')) {
  let now = 0
  const clock = () => (now += 1)
  const line = new DeskLine({
    transport,
    store,
    hold: 2,
    clock,
    random: () => 0,
    exclusively: (work) => work(),
  })
  line.start()
  return { line, store, shown: () => line.snapshot().tasks.map((each) => each.assignmentId) }
}

const settled = () =>
  vi.waitFor(() => undefined, { interval: 1 }).then(() => new Promise((done) => setTimeout(done, 5)))

test('the next task is there in the same moment, before the server answers', async () => {
  const { line, shown } = lineOn(server(3).transport)
  await settled()
  line.submit(task('t1'), rating)
  expect(shown()).toEqual(['t2'])
  expect(line.snapshot().waiting).toBe(1)
  await settled()
  expect(shown()).toEqual(['t2', 't3'])
  expect(line.snapshot()).toMatchObject({ waiting: 0, progress: { done: 1, left: 2 } })
})

test('a study ends as finished, a line that never gave anything as nothing', async () => {
  const { line } = lineOn(server(1).transport)
  await settled()
  line.submit(task('t1'), rating)
  await settled()
  expect(line.snapshot().phase).toBe('finished')
  const empty = lineOn(server(0).transport)
  await settled()
  expect(empty.line.snapshot().phase).toBe('nothing')
})

test('without a network ratings wait in order, work goes on, and each is stored once', async () => {
  vi.useFakeTimers()
  const { transport, stored } = server(2, ['offline', 'offline'])
  const { line } = lineOn(transport)
  await vi.advanceTimersByTimeAsync(10)
  line.submit(task('t1'), rating)
  line.submit(task('t2'), rating)
  await vi.advanceTimersByTimeAsync(10)
  expect(line.snapshot()).toMatchObject({ phase: 'waiting', trouble: 'offline', waiting: 2 })
  await vi.advanceTimersByTimeAsync(5000)
  expect(stored).toEqual(['t1', 't2'])
  expect(line.snapshot()).toMatchObject({ phase: 'finished', trouble: null, waiting: 0 })
  vi.useRealTimers()
})

test('what waited before a reload is sent after it, and its task is not shown again', async () => {
  const store = new DeskStore(memoryTexts(), 'me', 'study')
  store.enqueue({
    queuedAt: 1,
    input: { assignmentId: 't1', idempotencyKey: 't1', ...rating },
    print: { prompt: '', outputs: {} },
  })
  const { transport, stored } = server(3)
  const { shown } = lineOn(transport, store)
  await settled()
  expect(stored).toEqual(['t1'])
  expect(shown()).not.toContain('t1')
})

test('after the session ended everything stays and nothing is dropped', async () => {
  const { line, store } = lineOn(server(2, ['unauthenticated']).transport)
  await settled()
  line.submit(task('t1'), rating)
  await settled()
  line.stop()
  expect(line.snapshot()).toMatchObject({ trouble: 'signIn', waiting: 1 })
  expect(store.queue()).toHaveLength(1)
})

test('a rating with mistakes brings its task back with what is wrong', async () => {
  const { line, shown } = lineOn(server(2, ['invalid']).transport)
  await settled()
  line.submit(task('t1'), rating)
  await settled()
  expect(shown()[0]).toBe('t1')
  expect(line.snapshot().fields).toEqual({ t1: { m: 'x' } })
})

test('a lost lease keeps the draft to be read and goes on', async () => {
  const { line, shown } = lineOn(server(3, ['lease_lost']).transport)
  await settled()
  line.submit(task('t1'), rating)
  await settled()
  expect(line.snapshot().lost).toMatchObject([
    { assignmentId: 't1', why: 'lost', draft: { scores: { A: { m: 3 } } } },
  ])
  expect(shown()).toEqual(['t2', 't3'])
})

const closedTo = (because: DeskRefusal['because']): DeskAnswer<never> => ({
  ok: false,
  error: { code: 'closed', message: '', ...(because ? { because } : {}) },
})

test('a draft that was on its way when a calibration began says so, and the desk leaves for the calibration', async () => {
  const { transport } = server(3)
  const store = new DeskStore(memoryTexts(), 'me', 'study')
  const onCalibrates = vi.fn()
  const line = new DeskLine({
    transport: {
      ...transport,
      submit: async () => closedTo('calibrating'),
      claim: async () =>
        said({
          task: task('c1'),
          tasks: [task('c1')],
          progress: { done: 0, left: 5 },
          calibrates: true as const,
        }),
    },
    store,
    hold: 2,
    clock: () => 1,
    random: () => 0,
    onCalibrates,
    exclusively: (work) => work(),
  })
  line.submit(task('t1'), rating)
  await settled()
  expect(line.snapshot().lost).toMatchObject([{ assignmentId: 't1', why: 'calibrating' }])
  expect(line.snapshot()).toMatchObject({ phase: 'loading', tasks: [] })
  expect(onCalibrates).toHaveBeenCalledOnce()
})

test('a desk that gets nothing says why, and what was being written is kept under the same reason', async () => {
  const { transport } = server(3)
  const { line, store, shown } = lineOn(transport)
  await settled()
  expect(shown()).toEqual(['t1', 't2'])
  store.keepDraft('t1', { draft: rating, dwellMs: 1 })
  transport.claim = async () =>
    said({ task: null, tasks: [], progress: { done: 0, left: 0 }, because: 'rater_paused' })
  line.refresh()
  await settled()
  expect(line.snapshot()).toMatchObject({ phase: 'closed', because: 'rater_paused' })
  expect(line.snapshot().lost).toMatchObject([{ assignmentId: 't1', why: 'rater_paused' }])
  transport.claim = async () => closedTo('study_closed')
  line.refresh()
  await settled()
  expect(line.snapshot()).toMatchObject({ phase: 'closed', because: 'study_closed' })
})

test('another person on the same browser sees none of it', () => {
  const texts = memoryTexts()
  new DeskStore(texts, 'me', 'study').keepDraft('t1', { draft: rating, dwellMs: 1 })
  expect(new DeskStore(texts, 'you', 'study').draft('t1')).toBeNull()
})
