import { uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import { digamma } from './digamma'

/** The raters of MACE, each of whom knows the truth and says it, or guesses. */
export type Strategies = {
  /** P(knows), one for each rater. */
  know: Float64Array
  /** P(guesses); with priors, knowing and guessing sum to a little less than 1. */
  guess: Float64Array
  /** P(label | guesses), raters × categories. */
  says: Float64Array
}

/** Priors of Hovy et al. (2013), section 3: Beta(½, ½) on knowing, Dirichlet(10, …) on what guessers say. */
const KNOWING_PRIOR = 0.5
const SAYING_PRIOR = 10
/** Added to all expected counts where there is no prior, divided by the number of categories. */
const SMOOTHING = 0.01

/** Where a search starts: weights drawn evenly from 1 to 1.5. */
export function randomStrategies(raters: number, categories: number, random: Random): Strategies {
  const draws = (length: number) => Float64Array.from({ length }, () => 1 + uniformDraw(random) / 2)
  return shared(
    { know: draws(raters), guess: draws(raters), says: draws(raters * categories) },
    (weight) => weight,
  )
}

/**
 * P(label | truth, rater) for all raters × labels × truths, and then equal shares of the categories: what a latent class
 * model takes.
 */
export function toParameters({ know, guess, says }: Strategies): Float64Array {
  const categories = says.length / know.length
  const cells = says.length * categories
  const parameters = new Float64Array(cells + categories).fill(1 / categories, cells)
  for (let mark = 0; mark < says.length; mark += 1) {
    const by = Math.floor(mark / categories)
    const first = mark * categories
    parameters.fill((guess[by] ?? 0) * (says[mark] ?? 0), first, first + categories)
    const right = first + (mark % categories)
    parameters[right] = (parameters[right] ?? 0) + (know[by] ?? 0)
  }
  return parameters
}

/**
 * The raters after one step: a label that is not the truth was guessed; one that is the truth was known with odds
 * know : guess · says.
 *
 * @param counts expected, raters × labels × truths
 */
export function nextStrategies(
  counts: Float64Array,
  at: Strategies,
  method: 'variational' | 'em',
): Strategies {
  const raters = at.know.length
  const categories = at.says.length / raters
  const expected = {
    know: new Float64Array(raters),
    guess: new Float64Array(raters),
    says: new Float64Array(at.says.length),
  }
  for (let mark = 0; mark < at.says.length; mark += 1) {
    const by = Math.floor(mark / categories)
    const first = mark * categories
    const said = counts.subarray(first, first + categories).reduce((sum, count) => sum + count, 0)
    const guessed = (at.guess[by] ?? 0) * (at.says[mark] ?? 0)
    const known =
      ((counts[first + (mark % categories)] ?? 0) * (at.know[by] ?? 0)) / ((at.know[by] ?? 0) + guessed)
    expected.know[by] = (expected.know[by] ?? 0) + known
    expected.guess[by] = (expected.guess[by] ?? 0) + said - known
    expected.says[mark] = said - known
  }
  if (method === 'em') {
    const add = SMOOTHING / categories
    return shared(plus(expected, add, add), (count) => count)
  }
  return shared(plus(expected, KNOWING_PRIOR, SAYING_PRIOR), (count) => Math.exp(digamma(count)))
}

const plus = ({ know, guess, says }: Strategies, knowing: number, saying: number): Strategies => ({
  know: know.map((count) => count + knowing),
  guess: guess.map((count) => count + knowing),
  says: says.map((count) => count + saying),
})

/** Divides by the sums, in the given measure of counts; e to the ψ of them gives the exponential of expected logs. */
function shared({ know, guess, says }: Strategies, measure: (count: number) => number): Strategies {
  const categories = says.length / know.length
  const total = know.map((count, by) => measure(count + (guess[by] ?? 0)))
  const said = know.map((_, by) =>
    measure(says.subarray(by * categories, (by + 1) * categories).reduce((sum, count) => sum + count, 0)),
  )
  return {
    know: know.map((count, by) => measure(count) / (total[by] ?? 1)),
    guess: guess.map((count, by) => measure(count) / (total[by] ?? 1)),
    says: says.map((count, mark) => measure(count) / (said[Math.floor(mark / categories)] ?? 1)),
  }
}
