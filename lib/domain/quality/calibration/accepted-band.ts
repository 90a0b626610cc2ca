import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'
import { bandReach } from './calibration-step'

/** Scores from low to high, both included, in units of the scale. */
export type Band = { low: number; high: number }

/**
 * The usual band of an anchor: the agreed score, or the two scale values that it lies between, and one calibration step
 * to either side, as far as the scale goes.
 */
export function acceptedBand(agreed: number, scale: ScaleShape): Band {
  const values = scaleValues(scale)
  const last = values.length - 1
  const place = (agreed - scale.min) / scale.step
  const reach = bandReach(scale)
  const at = (index: number) => values[Math.min(last, Math.max(0, index))] ?? agreed
  return { low: at(Math.floor(place + 1e-9) - reach), high: at(Math.ceil(place - 1e-9) + reach) }
}

export function isInside(score: number, { low, high }: Band): boolean {
  return score >= low - 1e-9 && score <= high + 1e-9
}

/** Whether every score of the scale would be accepted: such a band asks nothing. */
export function takesAll({ low, high }: Band, scale: ScaleShape): boolean {
  return low <= scale.min + 1e-9 && high >= scale.max - 1e-9
}
