import { median } from '@/bench/desk/load'
import type { Seen } from '@/lib/domain/quality/checks/guess-checks'
import { orderOf, type Noted } from './work'

/** What each task looks like to a classifier, by what it may look at. */
export type View = 'timing' | 'the rest' | 'all of it'

/** @param isCheck by assignment @param delayMs added to the answers to checks: what the classifier would find */
export function seenTasks(
  noted: readonly Noted[],
  isCheck: ReadonlyMap<string, boolean>,
  { view, delayMs = 0 }: { view: View; delayMs?: number },
): Seen[] {
  const orders = new Map<string, number>()
  const orderNumber = (order: string) => {
    if (!orders.has(order)) orders.set(order, orders.size)
    return orders.get(order) ?? 0
  }
  const history = { since: [-1, -1], checks: 0 }
  return noted.map((each, at) => {
    const position = positionIn(noted, at)
    if (position === 0) Object.assign(history, { since: [-1, -1], checks: 0 })
    const check = isCheck.get(each.task.assignmentId) ?? false
    const [last = -1, before = -1] = history.since
    const past = [position - last, last - before, history.checks / (position + 1)]
    if (check) Object.assign(history, { since: [position, last], checks: history.checks + 1 })
    const timing = timesOf(noted, { at, late: check ? delayMs : 0 })
    const rest = [position, ...past, ...frameOf(noted, at), ...orderedFields(each).map(orderNumber)]
    const features = view === 'timing' ? timing : view === 'the rest' ? rest : [...timing, ...rest]
    return { rater: each.rater, isCheck: check, features }
  })
}

function positionIn(noted: readonly Noted[], at: number): number {
  let start = at
  while (noted[start - 1]?.rater === noted[at]?.rater) start -= 1
  return at - start
}

/** Milliseconds of the answer that brought the task, of its own and of those around it, as they are and against the usual. */
function timesOf(noted: readonly Noted[], { at, late }: { at: number; late: number }): number[] {
  const each = noted[at]
  if (!each) return []
  const around = noted.slice(Math.max(0, at - 12), at + 13).filter(({ rater }) => rater === each.rater)
  const usual = median(around.map(({ sent }) => sent.ms))
  const own = each.sent.ms + late
  const next = noted[at + 1]?.rater === each.rater ? (noted[at + 1]?.sent.ms ?? usual) : usual
  const perOutput = own / each.task.outputs.length
  return [each.brought.ms, each.brought.ms / usual, own, own / usual, own - usual, perOutput, next / usual]
}

/** Progress, ids, leases and numbers of things. */
function frameOf(noted: readonly Noted[], at: number): number[] {
  const each = noted[at]
  if (!each) return []
  const { task, brought, sent, rater } = each
  const previous = noted[at - 1]
  const before = previous?.rater === rater ? previous : each
  const { done, left } = sent.progress
  const leaseMs = Date.parse(task.leaseUntil) - brought.at
  return [
    done,
    left,
    done + left,
    left - before.sent.progress.left,
    done - before.sent.progress.done,
    leaseMs,
    Date.parse(task.leaseUntil) % 1000,
    brought.tasks,
    task.outputs.length,
    ...parts(task.assignmentId),
    ...parts(sent.ratingId),
    task.assignmentId > before.task.assignmentId ? 1 : 0,
    sent.ratingId > before.sent.ratingId ? 1 : 0,
    sent.at % 1000,
    ...[2, 3, 5, 7, 8, 10, 12, 16].map((period) => done % period),
  ]
}

/** An id as numbers. */
const parts = (id: string) => id.split('-').map((part) => Number.parseInt(part, 16))

/** The order of fields in the task and in both answers about it. */
const orderedFields = ({ task, brought, sent }: Noted) => [orderOf(task), brought.order, sent.order]
