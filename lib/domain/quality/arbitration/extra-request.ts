import type { CellStep } from './cell-step'

/** A cell by its names. */
export type CellId = { outputId: string; criterionId: string }

/** What an extra rater is asked for: the whole task is shown, and only these cells take the score. */
export type ExtraRequest = { outputs: string[]; cells: CellId[] }

/**
 * The extra rating that a task wants, if any: one at a time, for all of its cells that ask. What is disputed is not told
 * to the rater, who scores the whole sheet.
 */
export function extraRequest(cells: readonly (CellId & { step: CellStep })[]): ExtraRequest | null {
  if (cells.some(({ step }) => step.step === 'await_extra')) return null
  const asking = cells.filter(({ step }) => step.step === 'ask_extra')
  if (asking.length === 0) return null
  return {
    outputs: [...new Set(asking.map(({ outputId }) => outputId))],
    cells: asking.map(({ outputId, criterionId }) => ({ outputId, criterionId })),
  }
}
