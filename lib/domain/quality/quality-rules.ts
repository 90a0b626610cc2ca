import { z } from 'zod'
import { protocol } from '@/lib/domain/study/protocol'
import { termsOf, type ArbitrationTerms } from './arbitration/terms'
import type { CalibrationRules } from './calibration/calibration-rules'
import type { CheckRates } from './checks/check-kind'
import type { MonitorRules } from './monitors/monitor-rules'
import { spotCheckTerms, type SpotCheckTerms } from './spot-check/terms'

/** By which rules a study's quality chain runs, from one version of its protocol. */
export type QualityRules = {
  checks: CheckRates
  /** Null: no lots are formed. */
  spotCheck: SpotCheckTerms | null
  calibration: CalibrationRules
  monitors: MonitorRules
  arbitration: ArbitrationTerms
}

/** A version of a protocol as it is kept. */
export type StoredProtocol = {
  ratingsPerTask: number
  tolerance: number | null
  rule: 'median' | 'mean' | 'trimmed' | 'p910'
  extraRatings: number
  checks: unknown
  spotCheck: unknown
  calibration: unknown
  monitors: unknown
  arbitration: unknown
}

const { shape } = protocol

/** Protocols kept before a setting existed have its default. */
export function rulesOf(row: StoredProtocol): QualityRules {
  const { ratingsPerTask, tolerance, rule, extraRatings } = row
  return {
    checks: shape.checks.parse(row.checks),
    spotCheck: kept(row.spotCheck),
    calibration: shape.calibration.parse(row.calibration),
    monitors: shape.monitors.parse(row.monitors),
    arbitration: termsOf({
      ratings_per_task: ratingsPerTask,
      agreement: { tolerance, rule, extra_ratings: extraRatings },
      arbitration: shape.arbitration.parse(row.arbitration),
    }),
  }
}

/** Spot checks used to be written down and not done: what names no size of a lot is of that time. */
function kept(stored: unknown): SpotCheckTerms | null {
  const isOn = z.object({ lot_ratings: z.number() }).safeParse(stored).success
  return isOn ? spotCheckTerms.parse(stored) : null
}
