/** An own score at its place: `position` 0 is the leftmost output of the sheet. */
export type RatedCell = { criterion: string; position: number; score: number }

export type ComparedCell = RatedCell & {
  /**
   * What the others gave this cell, one place per other rater, the same place in all cells of the task; null where that
   * rater gave none. Only scores that count: of live ratings, of raters who are not excluded.
   */
  others: readonly (number | null)[]
}

/** What can happen to a rater's monitors. Scores are in the units of their scale; cells stand as they were shown, output by output. */
export type MonitorEvent =
  /** The rater submitted a task. */
  | {
      kind: 'rated'
      cells: readonly RatedCell[]
      seconds: number
      /** How much there was to read or to watch, > 0: see `readingWork`. Null where it is not known. */
      work: number | null
    }
  /** The rater corrected a task: what counts scores is revised, sequences stand as they were first given. */
  | { kind: 'corrected'; before: readonly RatedCell[]; after: readonly RatedCell[] }
  /**
   * The others' scores of a task of this rater became known, or changed: somebody else rated it, or was excluded.
   * `before` is what was told last about this task, null the first time.
   */
  | {
      kind: 'compared'
      /** Which task of the rater in this study, from 1, in the order of `rated`. */
      task: number
      before: readonly ComparedCell[] | null
      after: readonly ComparedCell[]
    }
  /** A hidden check with a known answer was scored. */
  | {
      kind: 'gold'
      cells: readonly { criterion: string; score: number; agreed: number; low: number; high: number }[]
    }
  /** An own earlier task was scored again. */
  | { kind: 'repeat'; cells: readonly { criterion: string; first: number; again: number }[] }
