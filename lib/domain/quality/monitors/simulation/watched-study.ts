import { isBeyond, limitsOf } from '@/lib/domain/quality/monitors/limits'
import type { MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import { monitorRules, ruleLevel } from '@/lib/domain/quality/monitors/monitor-rules'
import { startMonitors, type MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import { panelOf } from '@/lib/domain/quality/monitors/panel'
import { readToJudge } from '@/lib/domain/quality/monitors/read-monitors'
import { updateMonitors } from '@/lib/domain/quality/monitors/update-monitors'
import type { Random } from '@/lib/stats/random/seeded-random'
import { simulatedRater, type Kind, type SimulatedRater } from './simulated-raters'
import {
  comparedCells,
  criteria,
  simulatedOrder,
  simulatedRating,
  simulatedTasks,
  type Shape,
  type SimulatedTask,
} from './simulated-study'

/** When each monitor first found a rater beyond its limit, in own tasks. */
export type Watched = { rater: SimulatedRater; flagged: Partial<Record<MonitorName, number>> }

export const five = { min: 1, max: 5, step: 1 }
const rules = monitorRules.parse({})
const PANEL_EVERY = 5

export type Panelists = { good: number; bad: number; kind: Kind }

/** Raters work through a study in step; after each rating every monitor of its rater is looked at. */
export function watchedStudy(people: Panelists, shape: Shape, random: Random) {
  const raters = Array.from({ length: people.good + people.bad }, (_, at) =>
    simulatedRater(at < people.good ? 'good' : people.kind, random),
  )
  const tasks = simulatedTasks((raters.length * shape.tasksEach) / shape.ratingsPerTask, shape, random)
  const order = simulatedOrder(raters.length, shape, random)
  const scales = Object.fromEntries(criteria.map((id) => [id, five]))
  const states = raters.map(() => startMonitors(scales))
  const watched = raters.map((rater): Watched => ({ rater, flagged: {} }))
  let panel = panelOf(states)
  for (let ownTask = 1; ownTask <= shape.tasksEach; ownTask += 1) {
    raters.forEach((_, rater) => {
      const task = tasks[order[rater]?.[ownTask - 1] ?? -1]
      if (task === undefined) return
      submit(states, task, simulatedRating(task, { raters, rater, ownTask }, random))
      const state = states[rater]
      if (state !== undefined) look(state, watched[rater]?.flagged ?? {})
    })
    if (ownTask % PANEL_EVERY === 0) panel = panelOf(states)
  }
  return { watched, states, tasks }

  function look(state: MonitorState, flagged: Watched['flagged']): void {
    for (const signal of readToJudge(state, panel, ruleLevel(rules)))
      if (isBeyond(signal, limitsOf(signal, rules, panel))) flagged[signal.monitor] ??= state.tasks
  }
}

/** The rater's monitors get the rating, and those of all who rated the task what the others gave. */
function submit(
  states: MonitorState[],
  task: SimulatedTask,
  { rater, cells, seconds }: ReturnType<typeof simulatedRating>,
): void {
  change(states, rater, (state) => updateMonitors(state, { kind: 'rated', cells, seconds, work: task.work }))
  const known = task.ratings.length
  task.ratings.forEach((rating, of) => {
    const before = of === known - 1 || known < 3 ? null : comparedCells(task, of, known - 1)
    const after = comparedCells(task, of, known)
    if (known > 1)
      change(states, rating.rater, (state) =>
        updateMonitors(state, { kind: 'compared', task: rating.ownTask, before, after }),
      )
  })
}

function change(states: MonitorState[], at: number, next: (state: MonitorState) => MonitorState): void {
  const state = states[at]
  if (state !== undefined) states[at] = next(state)
}
