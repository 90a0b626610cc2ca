import type { RuleSettings } from '@/lib/domain/quality/rule-changes/rule-settings'
import { ruleWarnings, type RuleWarning } from '@/lib/domain/quality/rule-changes/rule-warnings'
import { honestOutlook, type HonestOutlook } from '@/lib/domain/quality/spot-check/honest-outlook'
import { lotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import { db } from '@/lib/data/db'
import { panelTally } from '@/lib/data/lots/panel-tally'

type Supply = { goldTasks: number; tasks: number; outputs: number; raters: number; roundId: string }

/** What is worth knowing about these rules in this study; asked outside of transactions, for the panel's differences take a while. */
export async function warningsAbout(study: { id: string }, settings: RuleSettings): Promise<RuleWarning[]> {
  const [supply] = await db.$queryRaw<Supply[]>`
    WITH rubric_now AS (SELECT id FROM rubric WHERE study_id = ${study.id}::uuid ORDER BY version DESC LIMIT 1)
    SELECT
      (SELECT count(DISTINCT task_id)::int FROM anchor WHERE study_id = ${study.id}::uuid AND retired_at IS NULL
        AND rubric_id = (SELECT id FROM rubric_now)) AS "goldTasks",
      (SELECT count(*)::int FROM task WHERE study_id = ${study.id}::uuid AND anchored_at IS NULL) AS tasks,
      (SELECT count(*)::int FROM task_output x JOIN task t ON t.id = x.task_id
        WHERE t.study_id = ${study.id}::uuid AND t.anchored_at IS NULL) AS outputs,
      (SELECT id FROM round WHERE study_id = ${study.id}::uuid ORDER BY number DESC LIMIT 1) AS "roundId",
      (SELECT count(*)::int FROM enrolment WHERE study_id = ${study.id}::uuid
        AND state IN ('invited', 'calibrating', 'active')) AS raters`
  if (!supply) throw new RangeError('a query without FROM gives one row')
  const share = Math.ceil((supply.tasks * settings.ratings_per_task) / Math.max(1, supply.raters))
  return ruleWarnings(settings, {
    goldTasks: supply.goldTasks,
    tasksPerRater: Math.min(supply.tasks, share),
    outlook: supply.tasks > 0 ? await outlookOf(settings, supply) : null,
  })
}

/** What the panel's own differences so far would do to the lots of these rules; null where none are formed. */
async function outlookOf(
  { spot_check: terms }: RuleSettings,
  { tasks, outputs, roundId }: Supply,
): Promise<HonestOutlook | null> {
  if (!terms) return null
  const lotSize = Math.max(1, Math.round((terms.lot_ratings * outputs) / tasks))
  const plan = lotPlan({ terms, level: 'normal', lotSize })
  return honestOutlook(plan, await panelTally(roundId), { errorTolerance: terms.error_tolerance })
}
