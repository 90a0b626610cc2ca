import type { Rater } from '@/lib/domain/people/actor'
import { beyondSide } from '@/lib/domain/quality/monitors/beyond-side'
import { isFromChecks } from '@/lib/domain/quality/monitors/monitor-name'
import { monitorState, startMonitors, type MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import { tracePoints } from '@/lib/domain/quality/monitors/trace'
import type { JudgedSignal, OwnCheckSignal, OwnSheet } from '@/lib/domain/quality/views/rater-view'
import { db } from '@/lib/data/db'
import { judgedSignals } from '@/lib/data/monitors/judging/judged-signals'
import { ownEnrolment, takesAppeals, type OwnEnrolment } from './own-enrolment'
import { appealsOf, eventsOf } from './rater-events'
import { yardstickOf } from '@/lib/data/monitors/judging/study-panel'

/**
 * How a rater stands in a study, for the rater's own eyes. While there is work, figures stand as of the last full ten
 * own tasks: a figure that moves, or does not move, with a single task would tell whether that was a hidden check.
 */
export async function ownSheet(rater: Rater, slug: string): Promise<OwnSheet> {
  const own = await ownEnrolment(rater, slug)
  const state = await shownState(own)
  const { panel, rules } = await yardstickOf(db, own.studyId)
  const signals = judgedSignals(state, panel, rules)
  const appeals = await appealsOf(own)
  return {
    study: own.study,
    state: own.state,
    tasks: own.done,
    signals: signals.filter(({ monitor }) => !isFromChecks(monitor)),
    checks: signals.flatMap(checkSignal),
    trace: tracePoints(state.trace),
    events: await eventsOf(own, { forRater: true }),
    appeals,
    mayAppeal: takesAppeals(own.study.state) && appeals.every((each) => each.state !== 'waiting'),
  }
}

function checkSignal(signal: JudgedSignal): OwnCheckSignal[] {
  const { monitor } = signal
  return isFromChecks(monitor) ? [{ monitor, standing: beyondSide(signal) ?? 'quiet' }] : []
}

async function shownState({ studyId, raterId, study }: OwnEnrolment): Promise<MonitorState> {
  const isOver = study.state !== 'open' && study.state !== 'paused'
  const [row] = await db.$queryRaw<{ state: unknown }[]>`
    SELECT CASE WHEN ${isOver} THEN state - 'shown' ELSE state -> 'shown' END AS state FROM monitor
    WHERE study_id = ${studyId}::uuid AND rater_id = ${raterId}::uuid`
  return row?.state == null ? startMonitors({}) : monitorState.parse(row.state)
}
