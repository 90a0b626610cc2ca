import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bradleyTerry } from './bradley-terry'
import { comparisonCounts, sidedCounts } from './comparison-counts'
import { davidson } from './davidson'
import { comparisonsOf, countsOf, fitted, pandalm, sixty } from './examples'
import { raoKupper } from './rao-kupper'

const strength = fc.double({ min: -3, max: 3, noNaN: true })

/** Expected counts of a hundred comparisons of each pair. */
function planted(strengths: number[], chances: (difference: number) => [win: number, tie: number]) {
  const table = (at: 0 | 1) =>
    strengths.map((a, i) => strengths.map((b, j) => (i === j ? 0 : 100 * chances(a - b)[at])))
  return countsOf(table(0), table(1))
}

test('each model finds the strengths, and the tie parameter, that the counts were made from', () => {
  fc.assert(
    fc.property(fc.array(strength, { minLength: 2, maxLength: 8 }), (drawn) => {
      const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
      const wanted = drawn.map((one) => one - mean)
      const check = (strengths: Float64Array) =>
        wanted.forEach((value, model) => expect(strengths[model]).toBeCloseTo(value, 8))
      const logistic = (x: number) => 1 / (1 + Math.exp(-x))
      check(fitted(bradleyTerry(planted(drawn, (d) => [logistic(d), 0]))).strengths)
      const nu = 0.5
      const sum = (d: number) => Math.exp(d / 2) + Math.exp(-d / 2) + nu
      const one = fitted(davidson(planted(drawn, (d) => [Math.exp(d / 2) / sum(d), nu / sum(d)])))
      check(one.strengths)
      expect(one.tie?.value).toBeCloseTo(nu, 8)
      const cut = Math.log(1.5)
      const counts = planted(drawn, (d) => [logistic(d - cut), 1 - logistic(d - cut) - logistic(-d - cut)])
      const other = fitted(raoKupper(counts))
      check(other.strengths)
      expect(other.tie?.value).toBeCloseTo(1.5, 8)
    }),
    { numRuns: 50 },
  )
})

test('the order of the rows, and which side a model stood on, do not matter without sides', () => {
  const rows = Array.from(sixty.verdict, (said, i) => [sixty.left[i] ?? 0, sixty.right[i] ?? 0, said])
  const wanted = fitted(davidson(comparisonCounts(sixty))).strengths
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: 60 }), fc.nat(60), (shuffled, turned) => {
      const other = shuffled.map(([a = 0, b = 0, said = 0], i) => (i < turned ? [b, a, -said] : [a, b, said]))
      expect(fitted(davidson(comparisonCounts(comparisonsOf(3, other)))).strengths).toEqual(wanted)
    }),
    { numRuns: 30 },
  )
})

test('all sides turned: the left side is worth the opposite, the strengths stay', () => {
  const one = fitted(raoKupper(sidedCounts(sixty)))
  const verdict = sixty.verdict.map((said) => -said)
  const other = fitted(raoKupper(sidedCounts({ ...sixty, left: sixty.right, right: sixty.left, verdict })))
  one.strengths.forEach((value, model) => expect(other.strengths[model]).toBeCloseTo(value, 9))
  expect(other.side?.value).toBeCloseTo(-(one.side?.value ?? 0), 9)
})

test('ten times the counts: the same strengths, standard errors smaller by √10', () => {
  const times = (table: Float64Array) => table.map((count) => 10 * count)
  const one = fitted(bradleyTerry(pandalm))
  const ten = fitted(bradleyTerry({ models: 5, wins: times(pandalm.wins), ties: times(pandalm.ties) }))
  one.strengths.forEach((value, model) => {
    expect(ten.strengths[model]).toBeCloseTo(value, 10)
    expect((ten.se[model] ?? 0) * Math.sqrt(10)).toBeCloseTo(one.se[model] ?? 0, 10)
  })
})

test('no model, one model, no comparison, ties alone where they are dropped: no ratings', () => {
  for (const counts of [countsOf([]), countsOf([[0]]), countsOf([[], []])]) {
    for (const fit of [bradleyTerry(counts), davidson(counts), raoKupper(counts)])
      expect(fit).toEqual({ reason: 'no-ratings', components: [] })
  }
  expect(bradleyTerry(countsOf([[], []], [[0, 3], [3]]), { ties: 'drop' }).reason).toBe('no-ratings')
})

test('models that were never compared: disconnected, the groups named', () => {
  const counts = countsOf([[0, 1], [1], [0, 0, 0, 1], [0, 0, 1]])
  const wanted = {
    reason: 'disconnected',
    components: [
      [0, 1],
      [2, 3],
    ],
  }
  expect([bradleyTerry(counts), davidson(counts), raoKupper(counts)]).toEqual([wanted, wanted, wanted])
})

test('a model that never wins, and one that always does: unbounded, best first', () => {
  const last = bradleyTerry(countsOf([[0, 3, 2], [1, 0, 5], []]))
  expect(last).toEqual({ reason: 'unbounded', components: [[0, 1], [2]] })
  const first = bradleyTerry(
    countsOf([
      [0, 3, 2],
      [0, 0, 5],
      [0, 1],
    ]),
  )
  expect(first).toEqual({ reason: 'unbounded', components: [[0], [1, 2]] })
  const chain = countsOf([[0, 1], [0, 0, 1], []])
  for (const fit of [bradleyTerry(chain), davidson(chain), raoKupper(chain)])
    expect(fit).toEqual({ reason: 'unbounded', components: [[0], [1], [2]] })
})

test('ties alone: equal strengths where they are half wins, unbounded where they are modelled', () => {
  const counts = countsOf([[], []], [[0, 3], [3]])
  expect([...fitted(bradleyTerry(counts)).strengths]).toEqual([0, 0])
  expect(davidson(counts).reason).toBe('unbounded')
  expect(raoKupper(counts).reason).toBe('unbounded')
})

test('no tie at all: the models with ties are Bradley–Terry', () => {
  const counts = countsOf([
    [0, 6, 3],
    [2, 0, 4],
    [1, 5],
  ])
  const plain = fitted(bradleyTerry(counts))
  expect(fitted(davidson(counts))).toEqual({ ...plain, tie: { value: 0, se: null } })
  expect(fitted(raoKupper(counts))).toEqual({ ...plain, tie: { value: 1, se: null } })
})

test('wins and ties but no loss: half ties hold the strengths, modelled ties do not', () => {
  const counts = countsOf([[0, 10], []], [[0, 5], [5]])
  expect(fitted(bradleyTerry(counts)).strengths[0]).toBeCloseTo(Math.log(5) / 2, 9)
  expect(davidson(counts)).toEqual({ reason: 'unbounded', components: [[0, 1]] })
  expect(raoKupper(counts)).toEqual({ reason: 'unbounded', components: [[0, 1]] })
})

test('the left side always won: unbounded though all models hang together', () => {
  const rows = [
    [0, 1, 1],
    [1, 0, 1],
    [1, 2, 1],
    [2, 1, 1],
  ]
  expect(bradleyTerry(sidedCounts(comparisonsOf(3, rows))).reason).toBe('unbounded')
  expect([...fitted(bradleyTerry(comparisonCounts(comparisonsOf(3, rows)))).strengths]).toEqual([0, 0, 0])
})

test('one model always stood on the left: whether it or its side is strong cannot be told', () => {
  const rows = [
    [0, 1, 1],
    [0, 1, -1],
    [0, 2, 1],
    [0, 2, -1],
    [0, 2, 0],
  ]
  const counts = sidedCounts(comparisonsOf(3, rows))
  for (const fit of [bradleyTerry(counts), davidson(counts), raoKupper(counts)])
    expect(fit.reason).toBe('confounded')
  // Round a circle of three no numbers differ by 1 from each model to the next.
  const circle = [0, 1, 2].flatMap((a) => [1, -1].map((said) => [a, (a + 1) % 3, said]))
  expect(bradleyTerry(sidedCounts(comparisonsOf(3, circle))).reason).toBe(null)
})

test('strengths far apart are still found: a chain of models of which each wins a thousand times to one', () => {
  const models = 8
  const wins = Array.from({ length: models }, (_, a) =>
    Array.from({ length: models }, (_, b) => (b === a + 1 ? 1000 : b === a - 1 ? 1 : 0)),
  )
  const { strengths } = fitted(bradleyTerry(countsOf(wins)))
  expect((strengths[0] ?? 0) - (strengths[models - 1] ?? 0)).toBeCloseTo(7 * Math.log(1000), 6)
})

test('counts below 0 or without end are refused, with the pair', () => {
  expect(() => bradleyTerry(countsOf([[0, -1], [2]]))).toThrow('models 0 and 1: -1 wins, 0 ties, 2 losses')
  expect(() => bradleyTerry(countsOf([[0, Infinity], [2]]))).toThrow(RangeError)
  expect(() => bradleyTerry(countsOf([[0, Number.NaN], [2]]))).toThrow(RangeError)
})
