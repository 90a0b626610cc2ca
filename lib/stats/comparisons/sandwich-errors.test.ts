import { expect, test } from 'vitest'
import { bradleyTerry } from './bradley-terry'
import { comparisonCounts, sidedCounts } from './comparison-counts'
import type { Comparisons } from './comparisons'
import { davidson } from './davidson'
import { comparisonsOf, fitted, sixty } from './examples'
import type { PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { raoKupper } from './rao-kupper'
import { sandwichErrors } from './sandwich-errors'

function errorsOf(fit: PairFit, comparisons: Comparisons): number[] {
  const { parameters } = fitted(fit)
  const sandwich = sandwichErrors(fitted(fit), comparisons)
  if (sandwich.reason) throw new Error(sandwich.reason)
  return Array.from(parameters, (_, k) => Math.sqrt(sandwich.covariance[k * (parameters.length + 1)] ?? 0))
}

// Figures by NumPy: the models written out row by row, slopes summed by prompt, differentiated numerically.
test('standard errors of strengths, left side and tie parameter clustered by prompt', () => {
  const whole = comparisonCounts(sixty)
  const sided = sidedCounts(sixty)
  const wanted: [PairFit, number[]][] = [
    [bradleyTerry(whole), [0.1489075473, 0.1896040059, 0.2088965553]],
    [bradleyTerry(sided), [0.1577717688, 0.2116895443, 0.2175034573, 0.2544528499]],
    [davidson(whole), [0.1691063467, 0.2150004758, 0.2374759411, 0.4862520583]],
    [davidson(sided), [0.183675844, 0.2438921195, 0.2533322657, 0.308275374, 0.5040193057]],
    [raoKupper(whole), [0.1526516525, 0.1897096217, 0.2095947889, 0.1027961541]],
    [raoKupper(sided), [0.1660798225, 0.2181450089, 0.2246396831, 0.2650817982, 0.1205623651]],
  ]
  for (const [fit, errors] of wanted)
    errorsOf(fit, sixty).forEach((error, k) => expect(error).toBeCloseTo(errors[k] ?? 0, 7))
})

test('each comparison asked twice on the same prompt adds nothing', () => {
  const twice = (column: Int32Array) => Int32Array.from({ length: 120 }, (_, i) => column[i % 60] ?? 0)
  const { left, right, prompt, verdict } = sixty
  const doubled = {
    ...sixty,
    left: twice(left),
    right: twice(right),
    prompt: twice(prompt),
    verdict: Int8Array.from({ length: 120 }, (_, i) => verdict[i % 60] ?? 0),
  }
  const once = errorsOf(bradleyTerry(comparisonCounts(sixty)), sixty)
  const errors = errorsOf(bradleyTerry(comparisonCounts(doubled)), doubled)
  errors.forEach((error, k) => expect(error).toBeCloseTo(once[k] ?? 0, 10))
})

test('prompts without a comparison do not count, and one prompt alone is too few', () => {
  const fit = fitted(bradleyTerry(comparisonCounts(sixty)))
  expect(sandwichErrors(fit, { ...sixty, prompts: 500 })).toEqual(sandwichErrors(fit, sixty))
  expect(sandwichErrors(fit, sixty)).toMatchObject({ prompts: 20 })
  const single = comparisonsOf(2, [
    [0, 1, 1, 0],
    [0, 1, -1, 0],
  ])
  expect(sandwichErrors(fitted(bradleyTerry(comparisonCounts(single))), single)).toEqual({
    reason: 'too-few-items',
  })
})
