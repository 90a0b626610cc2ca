import { isBeyond, limitsOf } from '@/lib/domain/quality/monitors/limits'
import { ruleLevel, type MonitorRules } from '@/lib/domain/quality/monitors/monitor-rules'
import type { MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import type { Panel } from '@/lib/domain/quality/monitors/panel'
import { readMonitors } from '@/lib/domain/quality/monitors/read-monitors'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'

/** All signals of a rater with their limits in this study, as pages show them. */
export function judgedSignals(state: MonitorState, panel: Panel, rules: MonitorRules): JudgedSignal[] {
  return readMonitors(state, panel, ruleLevel(rules)).map((signal) => {
    const limits = limitsOf(signal, rules, panel)
    return { ...signal, limits, beyond: isBeyond(signal, limits) }
  })
}

/**
 * How much there is to worry about: a whole number of signals beyond their limits, and below 1 how near the nearest
 * value comes to a limit or how far it lies past it. One half is at the limit.
 */
export function concernOf(signals: readonly JudgedSignal[]): number {
  const beyond = signals.filter((signal) => signal.beyond).length
  const nearest = Math.max(0, ...signals.map(nearness))
  return beyond + nearest / (1 + nearest)
}

/** The value as a share of its limit: of an upper one value / limit, of a lower one limit / value. */
function nearness({ value, limits }: JudgedSignal): number {
  if (value === null || limits === null) return 0
  const { low, high } = limits
  if (low !== null && high !== null) return shareOf(Math.abs(value), high)
  if (high !== null) return shareOf(value, high)
  return low === null ? 0 : shareOf(low, value)
}

/** Bounded: where a panel agrees to the last score, the limit of inconsistency is 0. */
function shareOf(part: number, whole: number): number {
  if (part <= 0) return 0
  return part >= 100 * whole ? 100 : part / whole
}
