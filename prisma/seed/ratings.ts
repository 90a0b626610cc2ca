import { randomUUID } from 'node:crypto'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { simulatedRater } from '@/lib/server/operator'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { habits, judge, type Habits, type KnownAnswers } from './simulated-rater'

type Worker = { rater: Rater; habits: Habits & { random: () => number }; next: BlindTask | null }

/** Lets the raters work side by side, one task each at a time, until nothing is left for any of them. */
export async function rateAll(slug: string, raterIds: string[], answers: KnownAnswers): Promise<void> {
  const workers = await Promise.all(raterIds.map(workerOf))
  for (let busy = true; busy;) {
    const turns = await Promise.all(workers.map((worker) => rateOne(slug, worker, answers)))
    busy = turns.includes(true)
  }
}

async function workerOf(raterId: string, index: number): Promise<Worker> {
  const integers = seededRandom(20261122, index)
  const own = habits[index % habits.length]
  if (!own) throw new RangeError('no habits to rate by')
  const random = () => integers() / 2 ** 32
  return { rater: await simulatedRater(raterId), habits: { ...own, random }, next: null }
}

/** One task at most; whether there was one. A task that is handed back counts: it is at somebody else's door now. */
async function rateOne(slug: string, worker: Worker, answers: KnownAnswers): Promise<boolean> {
  const task = worker.next ?? (await claimTasks(worker.rater, slug, 1)).task
  if (!task) return false
  const said = answerTo(task, judge(task, answers, worker.habits))
  worker.next = (await submitRating(worker.rater, slug, said)).task
  return true
}

function answerTo(task: BlindTask, said: ReturnType<typeof judge>) {
  return { assignmentId: task.assignmentId, idempotencyKey: randomUUID(), ...said }
}
