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
