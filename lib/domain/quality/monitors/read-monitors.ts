import { correlationOf } from './correlation'
import { driftOf } from './drift'
import { entropyOf } from './entropy'
import { goldBiasOf, shareOf } from './known-answers'
import { monitorNames, type MonitorName } from './monitor-name'
import type { MonitorState } from './monitor-state'
import { neighbourOf } from './neighbour'
import { paceOf } from './pace'
import type { Panel } from './panel'
import { patternOf } from './pattern'
import { inUnit, nothingYet, type Looking, type Reading, type Signal } from './signal'
import { inconsistencyOf, severityOf } from './standing'

/** Of the intervals that are shown. */
const SHOWN = { risk: 0.05 }

/**
 * Each signal with its number of units and two intervals, both good under continuous looking: the 95 % one to show, and
 * the one by which the study's rules judge (`ruleLevel`).
 */
export function readMonitors(state: MonitorState, panel: Panel, rule: Looking): Signal[] {
  return monitorNames.map((monitor) => {
    const shown = readings[monitor](state, panel, SHOWN)
    return { monitor, ...shown, surely: readings[monitor](state, panel, rule).interval }
  })
}

/** The same with no more than rules need, for judging after every rating: the interval is the one by which they judge. */
export function readToJudge(state: MonitorState, panel: Panel, rule: Looking): Signal[] {
  return monitorNames.map((monitor) => {
    const reading = readings[monitor](state, panel, rule)
    return { monitor, ...reading, surely: reading.interval }
  })
}

type Read = (state: MonitorState, panel: Panel, looking: Looking) => Reading

const readings: Record<MonitorName, Read> = {
  /** Grades above the panel's median rater: five severe raters do not make all others lenient. */
  severity: (state, { severity }, looking) =>
    inUnit(severityOf(state.compared, looking), (value) => value - (severity ?? 0)),
  inconsistency: (state, _, looking) => inconsistencyOf(state.compared, looking),
  agreement: (state, _, looking) => correlationOf(state.compared, looking),
  drift: (state, _, looking) => driftOf(state.drift, looking),
  /** Share of the panel's pace. */
  seconds: (state, { pace }, looking) =>
    pace === null ? nothingYet(state.tasks) : inUnit(paceOf(state.paces, looking), (value) => value / pace),
  /** A run is counted, not estimated: its chance is in its limit. */
  run: ({ run: { longest, cells } }) =>
    cells === 0 ? nothingYet(0) : { value: longest, n: cells, interval: { low: longest, high: longest } },
  entropy: (state, _, looking) => entropyOf(state.levels, state.tasks, looking),
  pattern: (state, _, looking) => patternOf(state.pattern, looking),
  neighbour: (state, _, looking) => neighbourOf(state.neighbours, looking),
  halo: (state, _, looking) => correlationOf(state.halo, looking),
  gold_error: (state, _, looking) => shareOf(state.goldErrors, looking),
  gold_bias: (state, _, looking) => goldBiasOf(state.goldBias, looking),
  repeat: (state, _, looking) => shareOf(state.repeats, looking),
}
