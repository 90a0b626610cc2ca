import { monitorState } from '@/lib/domain/quality/monitors/monitor-state'
import type { MonitorRules } from '@/lib/domain/quality/monitors/monitor-rules'
import { panelOf, type Panel } from '@/lib/domain/quality/monitors/panel'
import { rulesInForce } from '@/lib/data/quality/rules'
import type { Db, Transaction } from '@/lib/data/db'

/** What is usual moves slowly, and asking costs as much as the study has raters. */
const USES = 20
const MILLISECONDS = 10_000

export type Yardstick = { panel: Panel; rules: MonitorRules }

const known = new Map<string, Yardstick & { uses: number; until: number }>()

/** By what the raters of a study are judged: its rules and what is usual in it, as of one of the last twenty ratings. */
export async function yardstickOf(at: Db | Transaction, studyId: string): Promise<Yardstick> {
  const found = known.get(studyId)
  if (found && found.uses < USES && Date.now() < found.until) {
    found.uses += 1
    return found
  }
  const { monitors: rules } = await rulesInForce(at, studyId)
  const rows = await at.$queryRaw<{ state: unknown }[]>`
    SELECT m.state - 'shown' AS state FROM monitor m
    JOIN enrolment e ON e.study_id = m.study_id AND e.rater_id = m.rater_id AND e.state <> 'excluded'
    WHERE m.study_id = ${studyId}::uuid`
  const panel = panelOf(rows.map(({ state }) => monitorState.parse(state)))
  if (known.size >= 100) known.clear()
  known.set(studyId, { panel, rules, uses: 1, until: Date.now() + MILLISECONDS })
  return { panel, rules }
}
