import { comparisonOf, meanResidual } from './comparison'
import { aged, withResidual } from './drift'
import { withLevels } from './entropy'
import { levelOf } from './grade'
import { haloParts } from './halo'
import { closeAgain, goldParts, outsideBand, withShare } from './known-answers'
import type { ComparedCell, MonitorEvent, RatedCell } from './monitor-event'
import type { MonitorState } from './monitor-state'
import { withoutTask, withTask, type Moments } from './moments'
import { neighbourParts } from './neighbour'
import { withPace } from './pace'
import { withPattern } from './pattern'
import { withRun } from './run'
import { traced } from './trace'

type EventOf<Kind> = Extract<MonitorEvent, { kind: Kind }>

/**
 * The monitors after one event. The cost is that of the event's cells and of the others' scores of them: it grows neither
 * with the rater's work nor with the study.
 */
export function updateMonitors(state: MonitorState, event: MonitorEvent): MonitorState {
  switch (event.kind) {
    case 'rated':
      return afterRating(state, event)
    case 'corrected':
      return { ...state, ...ownScores(ownScores(state, event.before, -1), event.after, 1) }
    case 'compared':
      return afterComparison(state, event)
    case 'gold':
      if (event.cells.length === 0) return state
      return {
        ...state,
        goldErrors: withShare(state.goldErrors, outsideBand(event.cells)),
        goldBias: withTask(state.goldBias, goldParts(event.cells, state.scales)),
      }
    case 'repeat':
      if (event.cells.length === 0) return state
      return { ...state, repeats: withShare(state.repeats, closeAgain(event.cells, state.scales)) }
  }
}

function afterRating(state: MonitorState, { cells, seconds, work }: EventOf<'rated'>): MonitorState {
  return {
    ...ownScores(state, cells, 1),
    tasks: state.tasks + 1,
    drift: aged(state.drift),
    paces: work === null ? state.paces : withPace(state.paces, seconds, work),
    run: withRun(state.run, cells),
    pattern: withPattern(state.pattern, cells),
  }
}

function ownScores(state: MonitorState, cells: readonly RatedCell[], sign: 1 | -1): MonitorState {
  const leveled = cells.flatMap(({ criterion, score }) => {
    const scale = state.scales[criterion]
    return scale === undefined ? [] : [{ criterion, level: levelOf(score, scale) }]
  })
  return {
    ...state,
    levels: withLevels(state.levels, leveled, sign),
    halo: changed(state.halo, haloParts(cells, state.scales), sign),
  }
}

/** What was told before is taken out, what is known now put in: the outcome does not depend on the order of events. */
function afterComparison(state: MonitorState, { task, before, after }: EventOf<'compared'>): MonitorState {
  const without = before === null ? state : compared(state, { task, cells: before }, -1)
  return compared(without, { task, cells: after }, 1)
}

function compared(
  state: MonitorState,
  { task, cells }: { task: number; cells: readonly ComparedCell[] },
  sign: 1 | -1,
): MonitorState {
  const parts = comparisonOf(cells, state.scales)
  if (parts === null) return state
  const residual = meanResidual(parts)
  return {
    ...state,
    compared: changed(state.compared, parts, sign),
    neighbours: changed(state.neighbours, neighbourParts(cells), sign),
    drift: withResidual(state.drift, { residual, age: state.tasks - task }, sign),
    trace: traced(state.trace, { task, residual }, sign),
  }
}

function changed(before: Moments, parts: readonly number[] | null, sign: 1 | -1): Moments {
  if (parts === null) return before
  return sign === 1 ? withTask(before, parts) : withoutTask(before, parts)
}
