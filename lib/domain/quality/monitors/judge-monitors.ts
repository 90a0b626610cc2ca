import type { Interval } from '@/lib/stats/figure'
import { isBeyond, limitsOf, type Limits } from './limits'
import type { MonitorName } from './monitor-name'
import type { MonitorRules, MonitorStep } from './monitor-rules'
import type { Panel } from './panel'
import type { Signal } from './signal'

/** A step that a rule takes, with all that led to it, for the record and for the rater. */
export type MonitorAction = {
  monitor: MonitorName
  step: MonitorStep
  at: Date
  /** Own tasks of the rater by then. */
  tasks: number
  because: { value: number | null; n: number; surely: Interval | null; limits: Limits }
}

/** What there is to judge by. */
export type Standing = {
  signals: readonly Signal[]
  panel: Panel
  tasks: number
  /** Steps already taken, since the monitors were started or a person set them back. */
  taken: readonly Pick<MonitorAction, 'monitor' | 'step' | 'tasks'>[]
}

/**
 * What the rules do now. A signal beyond its limit takes the first step of its ladder at once and the next each time that
 * `patience` more own tasks have not brought it back; the end of a ladder is for a person. Nothing is excluded by rule.
 */
export function judgeMonitors(standing: Standing, rules: MonitorRules, now: Date): MonitorAction[] {
  const { signals, panel, tasks, taken } = standing
  return signals.flatMap((signal): MonitorAction[] => {
    const { monitor, value, n, surely } = signal
    const limits = limitsOf(signal, rules, panel)
    if (limits === null || !isBeyond(signal, limits)) return []
    const earlier = taken.filter((one) => one.monitor === monitor)
    const step = rules.monitors[monitor].ladder[earlier.length]
    const latest = Math.max(-Infinity, ...earlier.map((one) => one.tasks))
    if (step === undefined || tasks < latest + rules.patience) return []
    return [{ monitor, step, at: now, tasks, because: { value, n, surely, limits } }]
  })
}
