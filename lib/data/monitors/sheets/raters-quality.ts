import { startMonitors, monitorState } from '@/lib/domain/quality/monitors/monitor-state'
import type { MonitorRules } from '@/lib/domain/quality/monitors/monitor-rules'
import type { Panel } from '@/lib/domain/quality/monitors/panel'
import { panelOf } from '@/lib/domain/quality/monitors/panel'
import { tracePoints } from '@/lib/domain/quality/monitors/trace'
import type { EnrolmentState, RaterQuality, RaterQualityPage } from '@/lib/domain/quality/views/rater-view'
import type { Inspector } from '@/lib/domain/people/actor'
import { studyHead } from '@/lib/data/quality/study-head'
import { rulesInForce } from '@/lib/data/quality/rules'
import { db } from '@/lib/data/db'
import { concernOf, judgedSignals } from '@/lib/data/monitors/judging/judged-signals'

type RaterRow = {
  pseudonym: string
  enrolment: EnrolmentState
  done: number
  lastAt: string | null
  state: unknown
  appeal: boolean
}

/**
 * All raters of a study under their pseudonyms, the worst first. When they last worked is told to the day: to the minute it
 * would tell whose lot has just been formed.
 */
export async function ratersQuality(_inspector: Inspector, slug: string): Promise<RaterQualityPage> {
  const { id, name, state } = await studyHead(db, slug)
  const raters = await qualityOfRaters(id)
  const sorted = raters.sort(
    (one, other) => other.concern - one.concern || one.rater.localeCompare(other.rater),
  )
  const waitingAppeals = await db.appeal.count({ where: { studyId: id, state: 'waiting' } })
  return { study: { slug, name, state }, raters: sorted, waitingAppeals }
}

/** Each rater of a study, held against the panel of those who are not excluded. */
export async function qualityOfRaters(studyId: string): Promise<RaterQuality[]> {
  const rows = await db.$queryRaw<RaterRow[]>`
    SELECT e.pseudonym, e.state::text AS enrolment, e.done, m.state - 'shown' AS state,
      (SELECT to_char(max(a.ended_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM assignment a WHERE a.study_id = e.study_id AND a.rater_id = e.rater_id
        AND a.status = 'submitted') AS "lastAt",
      EXISTS (SELECT FROM appeal p WHERE p.study_id = e.study_id AND p.rater_id = e.rater_id AND p.state = 'waiting') AS appeal
    FROM enrolment e LEFT JOIN monitor m ON m.study_id = e.study_id AND m.rater_id = e.rater_id
    WHERE e.study_id = ${studyId}::uuid`
  const raters = rows.map((row) => ({
    ...row,
    state: row.state === null ? startMonitors({}) : monitorState.parse(row.state),
  }))
  const panel = panelOf(raters.flatMap(({ enrolment, state }) => (enrolment === 'excluded' ? [] : state)))
  const { monitors: rules } = await rulesInForce(db, studyId)
  return raters.map((rater) => qualityOf(rater, panel, rules))
}

type Known = Omit<RaterRow, 'state'> & { state: ReturnType<typeof startMonitors> }

function qualityOf(
  { pseudonym, enrolment, done, lastAt, state, appeal }: Known,
  panel: Panel,
  rules: MonitorRules,
): RaterQuality {
  const signals = judgedSignals(state, panel, rules)
  return {
    rater: pseudonym,
    state: enrolment,
    tasks: done,
    lastAt,
    signals,
    trace: tracePoints(state.trace),
    concern: concernOf(signals),
    appeal,
  }
}
