import { bootstrapByComparison } from '@/lib/stats/comparisons/bootstrap-by-comparison'
import { bootstrapByPrompt } from '@/lib/stats/comparisons/bootstrap-by-prompt'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import type { ComparisonCounts, Comparisons } from '@/lib/stats/comparisons/comparisons'
import { davidson } from '@/lib/stats/comparisons/davidson'
import type { FittedPairs, PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { raoKupper } from '@/lib/stats/comparisons/rao-kupper'
import { sandwichErrors } from '@/lib/stats/comparisons/sandwich-errors'
import { differenceError, strengthIntervals } from '@/lib/stats/comparisons/strength-intervals'
import { expandedLevel } from '@/lib/stats/intervals/expanded-level'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { Claim } from './claims'
import { drawPrompts } from './comparison-population'

const models: Record<string, (counts: ComparisonCounts) => PairFit> = {
  'Bradley–Terry': bradleyTerry,
  Davidson: davidson,
  'Rao–Kupper': raoKupper,
}

export type ComparisonStudy = {
  prompts: number
  resamples: number
  /** What is drawn anew in a resample. */
  unit: 'prompt' | 'comparison'
  /** All three unless told. */
  figures?: readonly string[]
}

/**
 * Studies of prompts from a population, the strengths with all their intervals: a claim for each strength, and for the
 * difference of the first two. The truth is the fit to the whole population, be the model true of it or not.
 */
export function comparisonStudies(
  population: Comparisons,
  { prompts, resamples, unit, figures = Object.keys(models) }: ComparisonStudy,
): (random: Random) => Claim[] {
  const whole = comparisonCounts(population)
  const fits = Object.entries(models)
    .filter(([figure]) => figures.includes(figure))
    .map(([figure, fitTo]) => ({ figure, fitTo, truths: fitted(fitTo(whole)).strengths }))
  const perPrompt = population.verdict.length / population.prompts
  const level = expandedLevel(0.95, unit === 'prompt' ? prompts : prompts * perPrompt) ?? NaN
  return (random) => {
    const study = drawPrompts(population, prompts, random)
    const counts = comparisonCounts(study)
    const options = { resamples, seed: random() }
    return fits.flatMap(({ figure, fitTo, truths }) => {
      const fit = fitTo(counts)
      if (fit.reason !== null) return noFit(figure, truths)
      const samples =
        unit === 'prompt'
          ? bootstrapByPrompt(fit, study, options)
          : bootstrapByComparison(fit, counts, options)
      return [
        ...byErrors({ figure, truths }, fit, study),
        ...byResamples({ figure, truths, method: `bootstrap by ${unit}`, level }, samples),
      ]
    })
  }
}

const noFit = (figure: string, truths: Float64Array): Claim[] =>
  Array.from(truths, (truth) => ({ figure, method: 'sandwich', truth, limits: null }))

function fitted(fit: PairFit): FittedPairs {
  if (fit.reason !== null) throw new Error(`the population has no fit: ${fit.reason}`)
  return fit
}

type Claims = { figure: string; truths: Float64Array }

function byErrors({ figure, truths }: Claims, fit: FittedPairs, study: Comparisons): Claim[] {
  const sandwich = sandwichErrors(fit, study)
  const ofModel = strengthIntervals(fit.strengths, fit.se)
  const claims = eachStrength({ figure, truths, method: 'information' }, ofModel)
  if (sandwich.reason !== null) return claims
  const apart = (fit.strengths[0] ?? 0) - (fit.strengths[1] ?? 0)
  const error = differenceError(sandwich.covariance, 0, 1)
  const { lows, highs } = strengthIntervals(Float64Array.of(apart), Float64Array.of(error))
  return [
    ...claims,
    ...eachStrength({ figure, truths, method: 'sandwich' }, strengthIntervals(fit.strengths, sandwich.se)),
    {
      figure: `${figure}, difference`,
      method: 'sandwich',
      truth: (truths[0] ?? 0) - (truths[1] ?? 0),
      limits: [lows[0] ?? NaN, highs[0] ?? NaN],
    },
  ]
}

function byResamples(
  { figure, truths, method, level }: Claims & { method: string; level: number },
  samples: readonly Float64Array[],
): Claim[] {
  return samples.map((sample, model) => ({
    figure,
    method,
    truth: truths[model] ?? NaN,
    limits: percentileInterval(sample, level),
  }))
}

function eachStrength(
  { figure, truths, method }: Claims & { method: string },
  { lows, highs }: { lows: Float64Array; highs: Float64Array },
): Claim[] {
  return Array.from(truths, (truth, model) => ({
    figure,
    method,
    truth,
    limits: [lows[model] ?? NaN, highs[model] ?? NaN] as const,
  }))
}
