import { normalCdf } from '@/lib/stats/distributions/normal-cdf'
import { normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'

/** A rater made of numbers, on a scale of 1 to 5: reads a quality with a severity and a noise, or draws at random. */
export type SimulatedRater = { severity: number; noise: number; random: boolean }

const levels = [1, 2, 3, 4, 5]

/**
 * A panel somewhat noisier than the 26 viewers of the Netflix public data set, as answers are harder to judge than
 * videos: severities with a standard deviation of 0.35 (there 0.30), noise of 0.7 to 0.9 (there 0.45 to 0.88, median
 * 0.59, by P.910 Annex E). The `careless` raters answer at random.
 */
export function simulatedPanel(
  raters: { honest: number; careless: number },
  random: Random,
): SimulatedRater[] {
  const honest = Array.from({ length: raters.honest }, () => ({
    severity: 0.35 * normalDraw(random),
    noise: 0.7 + 0.2 * uniformDraw(random),
    random: false,
  }))
  const careless = Array.from({ length: raters.careless }, () => ({ severity: 0, noise: 0, random: true }))
  return [...honest, ...careless]
}

export function scoreOf(quality: number, rater: SimulatedRater, random: Random): number {
  if (rater.random) return 1 + Math.floor(uniformDraw(random) * levels.length)
  const read = quality + rater.severity + rater.noise * normalDraw(random)
  return Math.min(5, Math.max(1, Math.round(read)))
}

/**
 * What the honest raters of a panel say on average, in levels, of an output whose quality is normal with this mean and
 * spread: 1 + Σ P(score above each boundary). With spread 0 of one output.
 */
export function expectedScore(
  panel: readonly SimulatedRater[],
  { quality, spread }: { quality: number; spread: number },
): number {
  const honest = panel.filter((rater) => !rater.random)
  const sum = honest.reduce((total, { severity, noise }) => {
    const deviation = Math.hypot(noise, spread)
    const above = levels
      .slice(1)
      .reduce((share, level) => share + normalCdf((quality + severity - (level - 0.5)) / deviation), 0)
    return total + 1 + above
  }, 0)
  return sum / honest.length
}

/**
 * The mean of a quality that is normal with this mean and spread, limited to the scale: what an output is worth in levels,
 * nobody in between.
 */
export function limitedQuality({ quality, spread }: { quality: number; spread: number }): number {
  if (spread === 0) return Math.min(5, Math.max(1, quality))
  const above = (limit: number) => {
    const z = (quality - limit) / spread
    return (quality - limit) * normalCdf(z) + (spread * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
  }
  return 1 + above(1) - above(5)
}
