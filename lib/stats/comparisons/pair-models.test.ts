import { expect, test } from 'vitest'
import { bradleyTerry } from './bradley-terry'
import { sidedCounts } from './comparison-counts'
import { davidson } from './davidson'
import { countsOf, fitted, pandalm, sixty, stigler } from './examples'
import { raoKupper } from './rao-kupper'
import { differenceError, strengthIntervals } from './strength-intervals'

function expectAll(values: ArrayLike<number>, wanted: number[], digits: number): void {
  expect(values.length).toBe(wanted.length)
  wanted.forEach((value, k) => expect(values[k]).toBeCloseTo(value, digits))
}

test("Stigler's journals: strengths as published, and as R's BradleyTerry2 gives them with standard errors", () => {
  const fit = fitted(bradleyTerry(stigler))
  const [first = 0] = fit.strengths
  expectAll(
    fit.strengths.map((strength) => Math.round((strength - first) * 1e4) / 1e4),
    [0, -2.9491, -0.4796, 0.269],
    9,
  )
  expectAll(
    fit.strengths.map((strength) => strength - first),
    [0, -2.9490724968, -0.47956976975, 0.26895405582],
    9,
  )
  const errors = [1, 2, 3].map((model) => differenceError(fit.covariance, model, 0))
  expectAll(errors, [0.10254533537, 0.06058872924, 0.070829965106], 7)
})

test('PandaLM with half ties: R, statsmodels and choix give these strengths, errors and log-likelihood', () => {
  const fit = fitted(bradleyTerry(pandalm))
  expectAll(
    fit.strengths,
    [-0.01284338103, -0.554647699939, 0.695412141558, -0.214321134355, 0.0864000737662],
    8,
  )
  expectAll(fit.se, [0.0470427000296, 0.0501352119178, 0.0496353026098, 0.0486259027761, 0.0479109127173], 8)
  expect(fit.logLikelihood).toBeCloseTo(-1928.76200478, 7)
  const errors = [1, 2, 3, 4].map((model) => differenceError(fit.covariance, model, 0))
  expectAll(errors, [0.076676804824, 0.075893281167, 0.076050346817, 0.074111041655], 6)
  expect([fit.side, fit.tie]).toEqual([null, null])
})

test('PandaLM without its ties', () => {
  const fit = fitted(bradleyTerry(pandalm, { ties: 'drop' }))
  expectAll(
    fit.strengths,
    [-0.0131833973169, -0.62204151474, 0.774347949199, -0.24663329869, 0.107510261548],
    8,
  )
  expectAll(fit.se, [0.0502312752018, 0.0539140427173, 0.0532340272777, 0.0522348476122, 0.0514992685571], 8)
  expect(fit.logLikelihood).toBeCloseTo(-1686.51645648, 7)
})

// Standard errors and log-likelihoods of this test, and all figures of the next two, by a fit with NumPy and SciPy of the
// models written out row by row, differentiated numerically.
test('PandaLM with ties modelled, by Davidson and by Rao and Kupper', () => {
  const one = fitted(davidson(pandalm))
  expectAll(one.strengths, [-0.01469182, -0.629438518, 0.7894752794, -0.2430593687, 0.0977144272], 8)
  expectAll(one.se, [0.050096841, 0.053695404, 0.053356076, 0.051827075, 0.051025491], 8)
  expect(one.tie?.value).toBeCloseTo(0.260778571, 8)
  expect(one.tie?.se).toBeCloseTo(0.015415763, 8)
  expect(one.logLikelihood).toBeCloseTo(-2714.5372396775, 8)
  const other = fitted(raoKupper(pandalm))
  expectAll(other.strengths, [-0.013496022, -0.5662100804, 0.7126843877, -0.2141576206, 0.0811793353], 8)
  expectAll(other.se, [0.044675118, 0.047575388, 0.047248788, 0.046005388, 0.045294928], 8)
  expect(other.tie?.value).toBeCloseTo(1.274261984, 8)
  expect(other.tie?.se).toBeCloseTo(0.016295569, 8)
  expect(other.logLikelihood).toBeCloseTo(-2713.021099553, 8)
})

test('what the left side is worth is fitted with the strengths where the counts keep the sides', () => {
  const counts = sidedCounts(sixty)
  const plain = fitted(bradleyTerry(counts))
  expectAll(plain.strengths, [-0.14938471833, -0.03734663648, 0.18673135481], 9)
  expectAll(plain.se, [0.22417537548, 0.22321334026, 0.22475332962], 8)
  expect(plain.side?.value).toBeCloseTo(0.6651439625, 9)
  expect(plain.side?.se).toBeCloseTo(0.27480108277, 8)
  const one = fitted(davidson(counts))
  expectAll(one.strengths, [-0.17195094811, -0.04298824861, 0.21493919672], 9)
  expect(one.side?.value).toBeCloseTo(0.76256860639, 9)
  expect(one.tie?.value).toBeCloseTo(0.28569569189, 9)
  const other = fitted(raoKupper(counts))
  expectAll(other.strengths, [-0.16894302335, -0.02728652122, 0.19622954457], 9)
  expect(other.side?.value).toBeCloseTo(0.68264168671, 9)
  expect(other.tie?.value).toBeCloseTo(1.30360844838, 9)
})

test('two models that met 19 times: both models with ties agree with the counts exactly', () => {
  const counts = countsOf([[0, 10], [4]], [[0, 5], [5]])
  const one = fitted(davidson(counts))
  expect((one.strengths[0] ?? 0) - (one.strengths[1] ?? 0)).toBeCloseTo(Math.log(10 / 4), 12)
  expect(one.tie?.value).toBeCloseTo(5 / Math.sqrt(40), 12)
  const other = fitted(raoKupper(counts))
  const [won, lost] = [Math.log(10 / 9), Math.log(4 / 15)]
  expect((other.strengths[0] ?? 0) - (other.strengths[1] ?? 0)).toBeCloseTo((won - lost) / 2, 12)
  expect(Math.log(other.tie?.value ?? 0)).toBeCloseTo(-(won + lost) / 2, 12)
})

test('a Wald interval is 1.96 standard errors to either side', () => {
  const { lows, highs } = strengthIntervals(Float64Array.of(0.5), Float64Array.of(0.1))
  expect([lows[0], highs[0]].map((limit) => limit?.toFixed(6))).toEqual(['0.304004', '0.695996'])
})
