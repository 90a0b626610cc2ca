/**
 * How far two values are apart: `nominal` 1 unless they are equal; `absolute` |x − y|; `squared` (x − y)²; `ratio`
 * ((x − y) / (x + y))², 0 between two zeros.
 */
export type Distance = 'nominal' | 'absolute' | 'squared' | 'ratio'

export type WeightedValues = {
  /** Ascending. */
  values: ArrayLike<number>
  /** How often each value stands: 0 or more. */
  counts: ArrayLike<number>
}

/**
 * The sum of the distance over all ordered pairs, Σ Σ cₖ cₗ d(xₖ, xₗ). One pass over the values, in closed form; for
 * `ratio`, which has none, their number squared.
 */
export function totalDistance(distance: Distance, given: WeightedValues): number {
  if (distance === 'nominal') return totalNominal(given)
  if (distance === 'absolute') return totalAbsolute(given)
  return distance === 'squared' ? totalSquared(given) : totalRatio(given)
}

/** n² − Σ c² */
function totalNominal({ counts }: WeightedValues): number {
  let n = 0
  let squares = 0
  for (let k = 0; k < counts.length; k += 1) {
    const count = counts[k] ?? 0
    n += count
    squares += count * count
  }
  return n * n - squares
}

/** Between neighbours lies a gap that is crossed by each pair with one value below and one above. */
function totalAbsolute({ values, counts }: WeightedValues): number {
  let n = 0
  for (let k = 0; k < counts.length; k += 1) n += counts[k] ?? 0
  let below = 0
  let total = 0
  for (let k = 1; k < counts.length; k += 1) {
    below += counts[k - 1] ?? 0
    total += ((values[k] ?? 0) - (values[k - 1] ?? 0)) * below * (n - below)
  }
  return 2 * total
}

/** 2 n Σ c (x − mean)² */
function totalSquared({ values, counts }: WeightedValues): number {
  let n = 0
  let sum = 0
  for (let k = 0; k < counts.length; k += 1) {
    n += counts[k] ?? 0
    sum += (counts[k] ?? 0) * (values[k] ?? 0)
  }
  let squares = 0
  for (let k = 0; k < counts.length; k += 1) {
    const deviation = (values[k] ?? 0) - sum / n
    if (counts[k] !== 0) squares += (counts[k] ?? 0) * deviation * deviation
  }
  return 2 * n * squares
}

function totalRatio({ values, counts }: WeightedValues): number {
  let total = 0
  for (let k = 1; k < counts.length; k += 1) {
    const upper = values[k] ?? 0
    let ofUpper = 0
    for (let l = 0; l < k; l += 1) {
      const lower = values[l] ?? 0
      const relative = (upper - lower) / (upper + lower)
      ofUpper += (counts[l] ?? 0) * relative * relative
    }
    total += (counts[k] ?? 0) * ofUpper
  }
  return 2 * total
}
