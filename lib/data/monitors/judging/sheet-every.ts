/**
 * A rater's own sheet shows where things stood after each so many own tasks: figures that move, or do not, with a single
 * task would tell whether it was a hidden check.
 */
export const SHEET_EVERY = 10
