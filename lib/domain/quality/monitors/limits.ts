import type { MonitorName } from './monitor-name'
import { ruleLevel, type MonitorRules } from './monitor-rules'
import type { Panel } from './panel'
import { unlikelyRun } from './run'
import type { Signal } from './signal'

/** What a good rater's true figure may be; an open side is null. */
export type Limits = { low: number | null; high: number | null }

type Known = { limit: number; panel: Panel; signal: Signal; rules: MonitorRules }

const within = (limit: number): Limits => ({ low: -limit, high: limit })
const atLeast = (limit: number | null): Limits | null => (limit === null ? null : { low: limit, high: null })
const atMost = (limit: number | null): Limits | null => (limit === null ? null : { low: null, high: limit })
const times = (factor: number, usual: number | null) => (usual === null ? null : factor * usual)

const limits: Record<MonitorName, (known: Known) => Limits | null> = {
  severity: ({ limit, panel }) => (panel.severity === null ? null : within(limit)),
  inconsistency: ({ limit, panel }) => atMost(times(limit, panel.inconsistency)),
  agreement: ({ limit, panel }) => atLeast(times(limit, panel.agreement)),
  drift: ({ limit }) => within(limit),
  seconds: ({ limit }) => atLeast(limit),
  run: ({ limit, panel: { repetition }, signal, rules }) => {
    if (signal.n === 0 || repetition === null || repetition >= 1 || limit >= 1) return null
    const possible = Math.max(0.05, repetition) + limit * (1 - Math.max(0.05, repetition))
    return atMost(unlikelyRun(signal.n, possible, ruleLevel(rules).risk) - 1)
  },
  entropy: ({ limit, panel }) => atLeast(times(limit, panel.entropy)),
  pattern: ({ limit }) => atMost(limit),
  neighbour: ({ limit }) => atMost(limit),
  halo: ({ limit }) => atMost(limit),
  gold_error: ({ limit }) => atMost(limit),
  gold_bias: ({ limit }) => within(limit),
  repeat: ({ limit }) => atLeast(limit),
}

/** The limits of a signal in this study; null where its rule is off or the panel cannot tell yet. */
export function limitsOf(signal: Signal, rules: MonitorRules, panel: Panel): Limits | null {
  const { on, limit } = rules.monitors[signal.monitor]
  if (!on) return null
  return limits[signal.monitor]({ limit, panel, signal, rules })
}

/** Whether the whole interval lies outside: a wide interval, or none, never is beyond anything. */
export function isBeyond({ surely }: Pick<Signal, 'surely'>, limit: Limits | null): boolean {
  if (surely === null || limit === null) return false
  return (limit.low !== null && surely.high < limit.low) || (limit.high !== null && surely.low > limit.high)
}
