import { z } from 'zod'
import { monitorNames } from './monitor-name'

/** What a rule may do by itself. Excluding a rater is a person's decision, and there is no word for it here. */
export const monitorStep = z.enum(['flag', 'warn', 'pause', 'recalibrate'])
export type MonitorStep = z.infer<typeof monitorStep>

const rule = (limit: number, ladder: MonitorStep[], allowed: z.ZodType<MonitorStep> = monitorStep) =>
  z
    .object({
      on: z.boolean().default(true),
      limit: z.number().positive().default(limit),
      /** What is done when the signal is first beyond its limit, and each time it still is after `patience` tasks. */
      ladder: z.array(allowed).max(4).default(ladder),
    })
    .prefault({})

const caution: MonitorStep[] = ['warn', 'pause']

/** The rules of a study. Limits: `limitsOf`. */
export const monitorRules = z.object({
  /** The most, as a share of raters, who may be flagged though nothing is wrong with them: over all monitors, ever. */
  false_flags: z.number().positive().max(0.2).default(0.01),
  /** Own tasks between two steps of one ladder. */
  patience: z.number().int().min(1).default(20),
  monitors: z
    .object({
      /** Grades. A severe rater is corrected for, so severity is flagged and nothing more. */
      severity: rule(0.75, ['flag'], z.literal('flag')),
      /** Times the panel's. */
      inconsistency: rule(1.6, caution),
      /** Share of the panel's correlation. */
      agreement: rule(0.4, caution),
      /** Grades: real raters wander a little. In a panel of three it should be wider, say 0.2. */
      drift: rule(0.12, ['warn', 'recalibrate', 'pause']),
      /** Share of the panel's pace: who takes under a fifth is then surely found. */
      seconds: rule(0.25, caution),
      /** How much of the way from the panel's chance of a repeated score to 1 is taken for possible, below 1. */
      run: rule(0.5, caution),
      /** Share of the panel's entropy. */
      entropy: rule(0.35, caution),
      /** Share of regular changes. */
      pattern: rule(0.75, caution),
      /** Excess share of equal neighbours. */
      neighbour: rule(0.3, caution),
      /** Correlation. */
      halo: rule(0.97, ['flag', 'warn']),
      /** Share of cells outside the band. */
      gold_error: rule(0.5, ['warn', 'recalibrate', 'pause']),
      /** Grades. */
      gold_bias: rule(1, ['flag', 'recalibrate']),
      /** Share of cells that are scored alike again. */
      repeat: rule(0.5, ['warn', 'recalibrate', 'pause']),
    })
    .prefault({}),
})
export type MonitorRules = z.infer<typeof monitorRules>

/** The level at which each rule judges: the family's risk split evenly over the monitors that are on (Bonferroni). */
export function ruleLevel({ false_flags, monitors }: MonitorRules): { risk: number } {
  const on = monitorNames.filter((name) => monitors[name].on).length
  return { risk: false_flags / Math.max(1, on) }
}
