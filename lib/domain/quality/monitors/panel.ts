import { median } from '@/lib/stats/descriptive/median'
import { correlationOf } from './correlation'
import { entropyOf } from './entropy'
import type { MonitorState } from './monitor-state'
import { FEWEST_TASKS } from './normal-mixture'
import { paceOf } from './pace'
import { repetitionOf } from './run'
import { inconsistencyOf, severityOf } from './standing'

/** A rater with fewer tasks does not stand for the panel, and fewer raters are none. */
const FEWEST_RATERS = 3

/**
 * What is usual in this study: medians over its raters, which a few careless ones do not move. What a good rater's
 * figures are depends on the texts, the models and the scale; held against the panel they need no limit per study. Null
 * where it cannot be told yet: what is held against it is then not judged.
 */
export type Panel = {
  raters: number
  severity: number | null
  inconsistency: number | null
  agreement: number | null
  /** Seconds per unit of work. */
  pace: number | null
  /** Bits. */
  entropy: number | null
  /** How often a cell takes the score of the cell before. */
  repetition: number | null
}

/** From the states of all raters of the study whose ratings count. The cost is that of their number: ask now and then. */
export function panelOf(states: readonly MonitorState[]): Panel {
  const usual = (figure: (state: MonitorState) => number | null, count: (state: MonitorState) => number) => {
    const values = states.flatMap((state) => (count(state) < FEWEST_TASKS ? [] : (figure(state) ?? [])))
    return values.length < FEWEST_RATERS ? null : median(values)
  }
  const looking = { risk: 0.05 }
  const own = ({ tasks }: MonitorState) => tasks
  const compared = (state: MonitorState) => state.compared.n
  return {
    raters: states.filter((state) => state.tasks >= FEWEST_TASKS).length,
    severity: usual((state) => severityOf(state.compared, looking).value, compared),
    inconsistency: usual((state) => inconsistencyOf(state.compared, looking).value, compared),
    agreement: usual((state) => correlationOf(state.compared, looking).value, compared),
    pace: usual((state) => paceOf(state.paces, looking).value, own),
    entropy: usual((state) => entropyOf(state.levels, state.tasks, looking).value, own),
    repetition: usual((state) => repetitionOf(state.run), own),
  }
}
