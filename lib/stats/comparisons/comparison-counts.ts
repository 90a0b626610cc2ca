import type { ComparisonCounts, Comparisons, SidedCounts } from './comparisons'

/** A table of pairs has models² cells, and a fit solves as many equations as there are models. */
const MOST_MODELS = 1000

/**
 * How often each model won against, and tied with, each other one, whichever side it stood on.
 *
 * @throws RangeError for more than 1,000 models, a model or prompt out of range, another verdict than 1, 0 and −1, a
 *   model compared with itself
 */
export function comparisonCounts(comparisons: Comparisons): ComparisonCounts {
  const { models, leftWins, ties, rightWins } = sidedCounts(comparisons)
  const wins = leftWins
  for (let a = 0; a < models; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const ab = a * models + b
      const ba = b * models + a
      wins[ab] = (leftWins[ab] ?? 0) + (rightWins[ba] ?? 0)
      wins[ba] = (leftWins[ba] ?? 0) + (rightWins[ab] ?? 0)
      ties[ab] = ties[ba] = (ties[ab] ?? 0) + (ties[ba] ?? 0)
    }
  }
  return { models, wins, ties }
}

/**
 * The same with the sides kept: who fits these counts also fits what standing on the left is worth.
 *
 * @throws RangeError as comparisonCounts
 */
export function sidedCounts(comparisons: Comparisons): SidedCounts {
  const tally = tallied(comparisons)
  const { models } = comparisons
  const cells = models * models
  const counts = {
    models,
    leftWins: new Float64Array(cells),
    ties: new Float64Array(cells),
    rightWins: new Float64Array(cells),
  }
  for (let cell = 0; cell < cells; cell += 1) {
    counts.rightWins[cell] = tally[3 * cell] ?? 0
    counts.ties[cell] = tally[3 * cell + 1] ?? 0
    counts.leftWins[cell] = tally[3 * cell + 2] ?? 0
  }
  return counts
}

/** Rows by left model, right model and verdict in one table. */
function tallied(comparisons: Comparisons): Int32Array {
  checkComparisons(comparisons)
  const { models, left, right, verdict } = comparisons
  const tally = new Int32Array(3 * models * models)
  for (let i = 0; i < verdict.length; i += 1) {
    const place = 3 * ((left[i] ?? 0) * models + (right[i] ?? 0)) + (verdict[i] ?? 0) + 1
    tally[place] = (tally[place] ?? 0) + 1
  }
  return tally
}

function checkComparisons(comparisons: Comparisons): void {
  const { models, prompts, left, right, prompt, verdict } = comparisons
  if (models > MOST_MODELS)
    throw new RangeError(`${models} models: pairs are counted of ${MOST_MODELS} at most`)
  if ([left, right, prompt].some(({ length }) => length !== verdict.length))
    throw new RangeError('the columns of the comparisons differ in length')
  const row = wrongRow(comparisons)
  if (row === null) return
  throw new RangeError(
    `comparison ${row}: models ${left[row]} and ${right[row]} of ${models}, ` +
      `prompt ${prompt[row]} of ${prompts}, verdict ${verdict[row]}`,
  )
}

/** The check goes ahead of the count: a loop that does both takes ten times as long. */
function wrongRow({ models, prompts, left, right, prompt, verdict }: Comparisons): number | null {
  for (let i = 0; i < verdict.length; i += 1) {
    const a = left[i] ?? -1
    const b = right[i] ?? -1
    const on = prompt[i] ?? -1
    const said = verdict[i] ?? 2
    const isPair = a >= 0 && a < models && b >= 0 && b < models && a !== b
    if (!isPair || on < 0 || on >= prompts || said < -1 || said > 1) return i
  }
  return null
}
