import { indexDraw, normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'

export const badKinds = ['random', 'constant', 'drifting', 'fast', 'pattern', 'copying', 'severe'] as const
export type BadKind = (typeof badKinds)[number]
export type Kind = BadKind | 'good'

/**
 * A rater made of numbers, scale 1 … 5. Spreads as real ones have them: severity with a standard deviation of 0.32 over
 * the 26 viewers of nflx_public (0.27 without the most lenient, who is at +0.84; 0.11 and 0.43 over the three raters of
 * ImagenHub's two criteria), noise 0.45 … 0.88 by P.910 Annex E there, and about 0.75 in ImagenHub.
 */
export type SimulatedRater = {
  kind: Kind
  severity: number
  noise: number
  /** Share of the usual time that this rater takes. */
  speed: number
  /** Of a constant rater. */
  constant: number
  /** Of a drifting one: the task after which it begins. */
  onset: number
  /** Of a drifting or a severe one. */
  direction: 1 | -1
  /** Of a pattern: the cell it has come to. */
  place: number
}

export function simulatedRater(kind: Kind, random: Random): SimulatedRater {
  const severity = 0.35 * normalDraw(random)
  const direction = uniformDraw(random) < 0.5 ? 1 : -1
  return {
    kind,
    severity: kind === 'severe' ? direction * 1.2 : severity,
    noise: 0.7 + 0.2 * uniformDraw(random),
    speed: kind === 'fast' ? 0.08 + 0.12 * uniformDraw(random) : Math.exp(0.35 * normalDraw(random)),
    constant: 1 + indexDraw(5, random),
    onset: 60 + indexDraw(121, random),
    direction,
    place: indexDraw(5, random),
  }
}

export type Feeling = {
  rater: SimulatedRater
  /** Which task of the rater, from 1. */
  task: number
  /** True quality of the cell on the scale, not bounded. */
  quality: number
  /** The score the rater gave the left neighbour; null for the first output. */
  left: number | null
}

/** The score that the rater gives to a cell. */
export function simulatedScore({ rater, task, quality, left }: Feeling, random: Random): number {
  const honest = (shift: number) =>
    Math.min(5, Math.max(1, Math.round(quality + rater.severity + shift + rater.noise * normalDraw(random))))
  switch (rater.kind) {
    case 'random':
      return 1 + indexDraw(5, random)
    case 'constant':
      return rater.constant
    case 'pattern':
      rater.place += 1
      return 1 + (rater.place % 5)
    case 'drifting':
      return honest(rater.direction * Math.min(1, Math.max(0, (task - rater.onset) / 60)))
    case 'copying':
      return left !== null && uniformDraw(random) < 0.95 ? left : honest(0)
    default:
      return honest(0)
  }
}
