/**
 * Paired comparisons in long form: comparison i showed model `left[i]` beside model `right[i]` on prompt `prompt[i]`.
 * Models and prompts are numbered from 0. Rows may stand in any order; several raters of one pair are several rows.
 */
export type Comparisons = {
  /** How many models there are: every number in `left` and `right` is below it. */
  models: number
  /** How many prompts there are: every number in `prompt` is below it. */
  prompts: number
  left: Int32Array
  right: Int32Array
  prompt: Int32Array
  /** 1 the left model won, 0 a tie, −1 the right model won. */
  verdict: Int8Array
}

/**
 * Counts of comparisons by pair of models, in rows of `models` numbers: `wins[a * models + b]` is how often a won
 * against b on either side, `ties[a * models + b]` how often the two tied, the same as `ties[b * models + a]`.
 */
export type ComparisonCounts = { models: number; wins: Float64Array; ties: Float64Array }

/** Counts that keep the sides: the row is the left model, the column the right one. */
export type SidedCounts = {
  models: number
  leftWins: Float64Array
  ties: Float64Array
  rightWins: Float64Array
}

/** One model's comparisons: against one other, or against all. Counts, 0 or more. */
export type WinRecord = { wins: number; ties: number; losses: number }
