import { randomUUID } from 'node:crypto'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import { indexDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'

/** What a rater's machine can note of a task without reading it. */
export type Noted = {
  rater: number
  task: BlindTask
  /** Of the answer that brought it: how long it took, when it was there, and how many tasks came with it. */
  brought: { ms: number; at: number; tasks: number; order: string }
  /** Of the answer to its own rating. */
  sent: { ms: number; at: number; progress: Progress; ratingId: string; order: string }
}

type Brought = Noted['brought']

/** Works until so many tasks are sent, holding `hold` at a time. */
export async function worked(
  rater: Rater,
  slug: string,
  { number, hold, tasks, random }: { number: number; hold: number; tasks: number; random: Random },
): Promise<Noted[]> {
  const noted: Noted[] = []
  const brought = new Map<string, Brought>()
  const waiting: BlindTask[] = []
  const receive = (came: readonly BlindTask[], answer: Pick<Brought, 'ms' | 'at' | 'order'>) => {
    const fresh = came.filter(
      ({ assignmentId }, at) =>
        !brought.has(assignmentId) && came.findIndex((each) => each.assignmentId === assignmentId) === at,
    )
    for (const task of fresh) brought.set(task.assignmentId, { ...answer, tasks: fresh.length })
    waiting.push(...fresh)
  }
  const first = await timed(() => claimTasks(rater, slug, hold))
  receive(first.value.tasks, { ...first, order: orderOf(first.value) })
  while (noted.length < tasks) {
    const task = waiting.shift()
    const came = task && brought.get(task.assignmentId)
    if (!task || !came) throw new RangeError(`work ended after ${noted.length} tasks, expected ${tasks}`)
    const { value, ms, at } = await timed(() => submitRating(rater, slug, rated(task, random)))
    const order = orderOf(value)
    const { progress, saved } = value
    noted.push({
      rater: number,
      task,
      brought: came,
      sent: { ms, at, progress, ratingId: saved?.ratingId ?? '', order },
    })
    receive(value.task ? [value.task, ...value.tasks] : value.tasks, { ms, at, order })
  }
  return noted
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; ms: number; at: number }> {
  const start = performance.now()
  const value = await run()
  return { value, ms: performance.now() - start, at: Date.now() }
}

function rated(task: BlindTask, random: Random) {
  const cells = () => Object.fromEntries(task.rubric.criteria.map(({ id }) => [id, 1 + indexDraw(5, random)]))
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: randomUUID(),
    scores: Object.fromEntries(task.outputs.map(({ label }) => [label, cells()])),
    comments: {},
    cannotJudge: {},
    dwellMs: 20_000,
  }
}

/** The names of all fields, in the order in which they are sent, without their values. */
export const orderOf = (answer: object): string =>
  JSON.stringify(answer, (_, value: unknown) =>
    typeof value === 'object' && value !== null ? value : typeof value,
  )
