import type { ComparisonCounts, Comparisons } from './comparisons'
import type { FittedPairs, PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'

/** Data that several tests use. */

/** Counts from tables, a row per winner. */
export function countsOf(wins: number[][], ties: number[][] = []): ComparisonCounts {
  const models = wins.length
  const table = (rows: number[][]) =>
    Float64Array.from(
      { length: models * models },
      (_, at) => rows[Math.floor(at / models)]?.[at % models] ?? 0,
    )
  return { models, wins: table(wins), ties: table(ties) }
}

/** Rows of left model, right model, verdict and prompt; without a prompt each row stands for itself. */
export function comparisonsOf(models: number, rows: number[][]): Comparisons {
  const column = (at: number) => Int32Array.from(rows, (row, index) => row[at] ?? index)
  const prompt = column(3)
  return {
    models,
    prompts: prompt.reduce((most, one) => Math.max(most, one + 1), 0),
    left: column(0),
    right: column(1),
    prompt,
    verdict: Int8Array.from(rows, (row) => row[2] ?? 0),
  }
}

/** Sixty comparisons of three models over twenty prompts, made by arithmetic, with a leaning to the left. */
export const sixty = comparisonsOf(
  3,
  Array.from({ length: 60 }, (_, i) => {
    const verdict = [1, -1, 0, 1, 1, -1, 1][(i * i + Math.floor(i / 4)) % 7] ?? 0
    return [i % 3, ((i % 3) + 1 + (Math.floor(i / 3) % 2)) % 3, verdict, (i * 7) % 20]
  }),
)

export function fitted(fit: PairFit): FittedPairs {
  if (fit.reason) throw new Error(`no fit: ${fit.reason}`)
  return fit
}

/** Citations between four journals of statistics, row cited by column: Stigler (1994), in Agresti (2002), §10.6. */
export const stigler = countsOf([
  [0, 730, 498, 221],
  [33, 0, 68, 17],
  [320, 813, 0, 142],
  [284, 276, 325, 0],
])

/** PandaLM's test set, three raters: bloom-7b, cerebras-gpt-6.7B, llama-7b, opt-7b, pythia-6.9b (Wang et al. 2023). */
export const pandalm = countsOf(
  [
    [0, 177, 84, 131, 139],
    [88, 0, 74, 93, 76],
    [214, 236, 0, 211, 171],
    [106, 151, 74, 0, 99],
    [146, 160, 85, 156, 0],
  ],
  [
    [0, 35, 35, 30, 36],
    [35, 0, 20, 29, 37],
    [35, 20, 0, 33, 26],
    [30, 29, 33, 0, 45],
    [36, 37, 26, 45, 0],
  ],
)
