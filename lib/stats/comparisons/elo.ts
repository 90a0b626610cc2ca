import type { Comparisons } from './comparisons'

/**
 * Elo ratings after all comparisons in the order of their rows, for comparison with boards that show them: Elo (1978),
 * The Rating of Chessplayers. A model's rating rises by k · (score − expected score), a tie scoring ½, where the
 * expected score against another is 1 / (1 + base^((other − own) / scale)). The result depends on the order of the rows
 * and tells of the last ones most; Bradley–Terry weighs all alike and should be preferred.
 *
 * @returns one rating per model, in the units of `scale`; `initial` for a model without a comparison
 * @throws RangeError where base, scale or k is not above 0
 */
export function elo(
  { models, left, right, verdict }: Comparisons,
  { k = 4, base = 10, initial = 1000, scale = 400 }: EloOptions = {},
): Float64Array {
  if (!(k > 0 && base > 0 && scale > 0))
    throw new RangeError(`no Elo rating by k ${k}, base ${base}, scale ${scale}`)
  const ratings = new Float64Array(models).fill(initial)
  for (let i = 0; i < verdict.length; i += 1) {
    const a = left[i] ?? 0
    const b = right[i] ?? 0
    const ahead = (ratings[a] ?? initial) - (ratings[b] ?? initial)
    const expected = 1 / (1 + base ** (-ahead / scale))
    const moved = k * ((1 + (verdict[i] ?? 0)) / 2 - expected)
    ratings[a] = (ratings[a] ?? initial) + moved
    ratings[b] = (ratings[b] ?? initial) - moved
  }
  return ratings
}

/** Defaults: k 4, base 10, initial 1000, scale 400. */
export type EloOptions = { k?: number; base?: number; initial?: number; scale?: number }

/** A strength in log-odds on the Elo scale: `scale` points are odds of `base` to one, and the mean is `initial`. */
export function onEloScale(
  strength: number,
  { base = 10, initial = 1000, scale = 400 }: EloOptions = {},
): number {
  return initial + (scale / Math.log(base)) * strength
}
