import { z } from 'zod'

/** What is watched per rater and study. Each has one signal and one rule. */
export const monitorNames = [
  'severity',
  'inconsistency',
  'agreement',
  'drift',
  'seconds',
  'run',
  'entropy',
  'pattern',
  'neighbour',
  'halo',
  'gold_error',
  'gold_bias',
  'repeat',
] as const

export const monitorName = z.enum(monitorNames)
export type MonitorName = z.infer<typeof monitorName>

/** Those that hidden checks alone move: a rater must not learn from them how many there were, nor which they were. */
export const checkMonitors = ['gold_error', 'gold_bias', 'repeat'] as const
export type CheckMonitor = (typeof checkMonitors)[number]

export const isFromChecks = (monitor: MonitorName): monitor is CheckMonitor =>
  checkMonitors.some((each) => each === monitor)
