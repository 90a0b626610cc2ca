import { groupBy } from '@/lib/domain/group-by'
import { shuffled } from './shuffle'

type LineTask = { id: string; ability: string }
export type LinedUp = { taskId: string; slot: number }

/** Tasks that are worked on together before the line goes on: agreement shows early, and raters do not meet on a task. */
const windowSize = 64

/**
 * The line of openings that raters walk along: k slots a task. Any stretch of it is balanced over abilities; within a
 * window all first slots come before all second ones.
 */
export function lineUp(tasks: LineTask[], k: number, random: () => number): LinedUp[] {
  const balanced = balancedOrder(tasks, random)
  const line: LinedUp[] = []
  for (let start = 0; start < balanced.length; start += windowSize) {
    const window = balanced.slice(start, start + windowSize)
    for (let slot = 1; slot <= k; slot++) {
      for (const task of slot === 1 ? window : shuffled(window, random)) line.push({ taskId: task.id, slot })
    }
  }
  return line
}

/** Each ability's tasks are spread evenly over the whole line, with chance deciding within each step. */
function balancedOrder(tasks: LineTask[], random: () => number): LineTask[] {
  const byAbility = groupBy(tasks, (task) => task.ability)
  const placed = [...byAbility.values()].flatMap((group) =>
    shuffled(group, random).map((task, index) => ({ task, at: (index + random()) / group.length })),
  )
  return placed.sort((a, b) => a.at - b.at).map(({ task }) => task)
}
