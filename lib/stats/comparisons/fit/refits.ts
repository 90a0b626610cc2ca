import { strongest, type FittedPairs } from './fit-pairs'
import type { PairCells } from './pair-cells'

type Resampling = {
  resamples: number
  /** Fills the outcomes of all pairs for one resample. */
  draw: (outcomes: Float64Array, resample: number) => void
}

/** Strengths refitted to resampled outcomes of the same pairs, each fit starting at the one to the data. */
export function refits(fit: FittedPairs, cells: PairCells, { resamples, draw }: Resampling): Float64Array[] {
  const { models } = cells
  const samples = Array.from({ length: models }, () => new Float64Array(resamples).fill(Number.NaN))
  const resampled = { ...cells, outcomes: new Float64Array(cells.outcomes.length) }
  for (let resample = 0; resample < resamples; resample += 1) {
    draw(resampled.outcomes, resample)
    const maximum = strongest(fit.model, resampled, fit.parameters)
    if (maximum.reason) continue
    samples.forEach((row, model) => {
      row[resample] = maximum.parameters[model] ?? Number.NaN
    })
  }
  return samples
}
