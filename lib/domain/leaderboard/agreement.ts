import {
  alphaFromMoments,
  alphaMoments,
  type AlphaMoments,
} from '@/lib/stats/agreement/krippendorff-alpha-interval'
import { expandedLevel } from '@/lib/stats/intervals/expanded-level'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import type { Evidence } from './board'
import type { JudgedCell } from './cells'

/**
 * Krippendorff's α (interval) of one criterion: units are outputs, over all scores that count, those in dispute too.
 * Outputs of one prompt hang together, so that prompts are what is resampled.
 */
export function prepareAlpha(cells: readonly JudgedCell[], criterion: number) {
  const { prompts, parts, units } = momentsByPrompt(cells, criterion)
  return {
    size: { units, prompts: prompts.length },
    /** α where prompts stand in the sample as often as `counts` says; NaN where it is undefined. */
    of(counts: ArrayLike<number>): number {
      const total: AlphaMoments = { n: 0, sum: 0, sumOfSquares: 0, within: 0 }
      prompts.forEach((prompt, place) => addTo(total, parts[place], counts[prompt] ?? 0))
      return alphaFromMoments(total) ?? Number.NaN
    },
  }
}

type Sampled = { samples: Float64Array; size: { units: number; prompts: number }; intervalLevel: number }

/** α with the interval that its resampled prompts give. */
export function alphaFigure(
  alpha: number,
  { samples, size, intervalLevel }: Sampled,
): Evidence['alpha'][string] {
  const n = size.units
  if (Number.isNaN(alpha)) return { alpha: null, low: null, high: null, n }
  const level = expandedLevel(intervalLevel, size.prompts)
  const interval = level === null ? null : percentileInterval(samples, level)
  return { alpha, low: interval?.[0] ?? null, high: interval?.[1] ?? null, n }
}

/** Prompts with something to compare, each with its moments summed over its outputs, and the number of outputs. */
function momentsByPrompt(cells: readonly JudgedCell[], criterion: number) {
  const byPrompt = new Map<number, AlphaMoments>()
  let units = 0
  for (const cell of cells) {
    const moments = cell.criterion === criterion ? alphaMoments(ascending(cell.scores)) : null
    if (!moments) continue
    units += 1
    const known = byPrompt.get(cell.prompt)
    if (known) addTo(known, moments, 1)
    else byPrompt.set(cell.prompt, moments)
  }
  return { prompts: Int32Array.from(byPrompt.keys()), parts: [...byPrompt.values()], units }
}

/** Sums of the same scores in another order differ in their last bits. */
const ascending = (scores: readonly number[]) => scores.toSorted((a, b) => a - b)

function addTo(total: AlphaMoments, part: AlphaMoments | undefined, times: number): void {
  if (!part || times === 0) return
  total.n += times * part.n
  total.sum += times * part.sum
  total.sumOfSquares += times * part.sumOfSquares
  total.within += times * part.within
}
