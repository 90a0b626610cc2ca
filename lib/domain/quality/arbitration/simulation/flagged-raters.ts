import { isBeyond, limitsOf } from '@/lib/domain/quality/monitors/limits'
import { monitorRules, ruleLevel } from '@/lib/domain/quality/monitors/monitor-rules'
import { startMonitors, type MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import { panelOf } from '@/lib/domain/quality/monitors/panel'
import { readToJudge } from '@/lib/domain/quality/monitors/read-monitors'
import { updateMonitors } from '@/lib/domain/quality/monitors/update-monitors'
import type { StudyRating } from './single-study'

const rules = monitorRules.parse({})
const scales = { quality: { min: 1, max: 5, step: 1 } }
/** Everybody reads equally long: pace tells nothing here. */
const reading = { seconds: 60, work: 300 }

/**
 * Raters whom a monitor with its default rules finds beyond a limit once all ratings are told, and whom a person then
 * excludes. Severity alone excludes nobody.
 */
export function flaggedRaters(cells: readonly (readonly StudyRating[])[], raters: number): Set<number> {
  const states = Array.from({ length: raters }, () => startMonitors(scales))
  for (const cell of cells) for (const [at, { rater }] of cell.entries()) tell(states, rater, { cell, at })
  const panel = panelOf(states)
  return new Set(
    states.flatMap((state, rater) => {
      const signals = readToJudge(state, panel, ruleLevel(rules))
      const beyond = signals.filter((signal) => isBeyond(signal, limitsOf(signal, rules, panel)))
      return beyond.some(({ monitor }) => monitor !== 'severity') ? [rater] : []
    }),
  )
}

/** One rating, and beside it what the others gave the same cell. */
function tell(states: MonitorState[], rater: number, of: { cell: readonly StudyRating[]; at: number }): void {
  const before = states[rater]
  const own = of.cell[of.at]
  if (!before || !own) return
  const score = { criterion: 'quality', position: 0, score: own.value }
  const others = of.cell.filter((_, at) => at !== of.at).map(({ value }) => value)
  const rated = updateMonitors(before, { kind: 'rated', cells: [score], ...reading })
  states[rater] = updateMonitors(rated, {
    kind: 'compared',
    task: rated.tasks,
    before: null,
    after: [{ ...score, others }],
  })
}
