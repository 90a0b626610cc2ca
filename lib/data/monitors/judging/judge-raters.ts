import { judgeMonitors, type MonitorAction } from '@/lib/domain/quality/monitors/judge-monitors'
import { isFromChecks } from '@/lib/domain/quality/monitors/monitor-name'
import { ruleLevel } from '@/lib/domain/quality/monitors/monitor-rules'
import { readToJudge } from '@/lib/domain/quality/monitors/read-monitors'
import type { Transaction } from '@/lib/data/db'
import type { Changed } from '@/lib/data/monitors/observing/notebook'
import { SHEET_EVERY } from './sheet-every'
import { yardstickOf, type Yardstick } from './study-panel'
import { takeSteps } from './take-steps'

/**
 * Looks at the monitors that have changed, and does what the rules say. Only of raters at work: whoever is paused,
 * calibrates or is excluded has a person's or a calibration's word to wait for.
 */
export async function judgeRaters(
  tx: Transaction,
  studyId: string,
  changed: readonly Changed[],
): Promise<void> {
  const active = changed.filter(({ isActive }) => isActive)
  if (active.length === 0) return
  const yardstick = await yardstickOf(tx, studyId)
  for (const rater of active) {
    const actions = judged(rater, yardstick)
    if (actions.length > 0) await takeSteps(tx, { studyId, raterId: rater.raterId }, actions)
  }
}

/** What checks alone move is judged at every tenth own task, so that a warning does not tell which task was a check. */
function judged({ state, taken }: Changed, { rules, panel }: Yardstick): MonitorAction[] {
  const isFull = state.tasks % SHEET_EVERY === 0
  const signals = readToJudge(state, panel, ruleLevel(rules)).filter(
    ({ monitor }) => isFull || !isFromChecks(monitor),
  )
  return judgeMonitors({ signals, panel, tasks: state.tasks, taken }, rules, new Date())
}
