import { expect, test } from 'vitest'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { rankRanges } from '@/lib/stats/ranking/rank-range'
import { bootstrapByComparison } from './bootstrap-by-comparison'
import { bootstrapByPrompt } from './bootstrap-by-prompt'
import { bradleyTerry } from './bradley-terry'
import { comparisonCounts, sidedCounts } from './comparison-counts'
import { davidson } from './davidson'
import { comparisonsOf, countsOf, fitted, pandalm } from './examples'
import { sandwichErrors } from './sandwich-errors'

/** Three models on 300 prompts, each pair of them asked four times on a prompt with much the same answers. */
const alike = comparisonsOf(
  3,
  Array.from({ length: 1200 }, (_, i) => {
    const prompt = Math.floor(i / 4)
    const favoured = (prompt * prompt + Math.floor(prompt / 5)) % 7 < 4 ? 1 : -1
    return [prompt % 3, (prompt + 1) % 3, i % 11 === 0 ? 0 : favoured, prompt]
  }),
)

test('one seed gives one set of resamples, another seed another', () => {
  const fit = fitted(bradleyTerry(pandalm))
  const draw = (seed: number) => bootstrapByComparison(fit, pandalm, { resamples: 20, seed })
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('resampled comparisons spread as far as the standard errors that do not know of ties', () => {
  const counts = { ...pandalm, ties: new Float64Array(25) }
  const fit = fitted(bradleyTerry(counts))
  const samples = bootstrapByComparison(fit, counts, { resamples: 2000, seed: 1 })
  samples.forEach((row, model) => {
    const ratio = standardDeviation(row) / (fit.se[model] ?? 0)
    expect(ratio).toBeGreaterThan(0.93)
    expect(ratio).toBeLessThan(1.07)
  })
})

test('resampled prompts spread as far as the sandwich, twice as far as answers taken for independent', () => {
  for (const counts of [comparisonCounts(alike), sidedCounts(alike)]) {
    const fit = fitted(bradleyTerry(counts))
    const sandwich = sandwichErrors(fit, alike)
    if (sandwich.reason) throw new Error(sandwich.reason)
    const samples = bootstrapByPrompt(fit, alike, { resamples: 1000, seed: 1 })
    samples.forEach((row, model) => {
      const spread = standardDeviation(row)
      expect(Math.abs(spread / (sandwich.se[model] ?? 0) - 1)).toBeLessThan(0.08)
      expect(spread / (fit.se[model] ?? 0)).toBeGreaterThan(1.7)
    })
  }
})

test('prompts with one comparison each: by prompt and by comparison spread alike', () => {
  const single = { ...alike, prompts: 1200, prompt: Int32Array.from({ length: 1200 }, (_, i) => i) }
  const counts = comparisonCounts(single)
  const fit = fitted(davidson(counts))
  const options = { resamples: 1000, seed: 3 }
  const byComparison = bootstrapByComparison(fit, counts, options)
  bootstrapByPrompt(fit, single, options).forEach((row, model) => {
    const ratio = standardDeviation(row) / standardDeviation(byComparison[model] ?? [])
    expect(Math.abs(ratio - 1)).toBeLessThan(0.08)
  })
})

test('a resample in which a model lost its only win has no figure, and ranges come from the others', () => {
  const counts = countsOf([
    [0, 30],
    [1, 0],
  ])
  const samples = bootstrapByComparison(fitted(bradleyTerry(counts)), counts, { resamples: 1000, seed: 1 })
  const missing = samples[0]?.filter((value) => Number.isNaN(value)).length ?? 0
  // (30/31)^31 = 36 % of resamples.
  expect(missing).toBeGreaterThan(310)
  expect(missing).toBeLessThan(420)
  expect(rankRanges(samples)).toEqual([
    [1, 1],
    [2, 2],
  ])
})

test('a resample without a tie falls back on Bradley–Terry instead of failing', () => {
  const counts = countsOf(
    [
      [0, 30],
      [20, 0],
    ],
    [[0, 1], [1]],
  )
  const samples = bootstrapByComparison(fitted(davidson(counts)), counts, { resamples: 300, seed: 1 })
  expect(samples[0]?.every((value) => Number.isFinite(value))).toBe(true)
})
