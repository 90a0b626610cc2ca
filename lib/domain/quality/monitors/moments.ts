import { z } from 'zod'

/** Sums over tasks of a vector per task, and of the products of its parts: enough for any smooth figure of its means. */
export const moments = z.object({
  /** Tasks. */
  n: z.number(),
  sums: z.array(z.number()),
  /** Upper triangle, row after row. */
  products: z.array(z.number()),
})
export type Moments = z.infer<typeof moments>

export function noMoments(parts: number): Moments {
  const zeros = (length: number) => new Array<number>(length).fill(0)
  return { n: 0, sums: zeros(parts), products: zeros((parts * (parts + 1)) / 2) }
}

/** With one task's vector added. What is added can be taken out again: a task is revised by doing both. */
export function withTask(before: Moments, vector: readonly number[]): Moments {
  return weighed(before, vector, 1)
}

export function withoutTask(before: Moments, vector: readonly number[]): Moments {
  return weighed(before, vector, -1)
}

function weighed({ n, sums, products }: Moments, vector: readonly number[], sign: 1 | -1): Moments {
  const after = { n: n + sign, sums: sums.slice(), products: products.slice() }
  let place = 0
  vector.forEach((part, row) => {
    after.sums[row] = (sums[row] ?? 0) + sign * part
    for (let column = row; column < vector.length; column += 1) {
      after.products[place] = (products[place] ?? 0) + sign * part * (vector[column] ?? 0)
      place += 1
    }
  })
  return after
}

export function meansOf({ n, sums }: Moments): number[] {
  return sums.map((sum) => sum / n)
}

/**
 * Variance (n − 1) over tasks of Σ gradient · vector. With the gradient of a figure at the means this is, by the delta
 * method, n times the figure's sampling variance (Cramér 1946, §28.4). Parts past the gradient's end do not count.
 */
export function varianceAlong({ n, sums, products }: Moments, gradient: readonly number[]): number {
  let squares = 0
  let mean = 0
  let place = 0
  gradient.forEach((slope, row) => {
    mean += (slope * (sums[row] ?? 0)) / n
    for (let column = row; column < gradient.length; column += 1) {
      const twice = column === row ? 1 : 2
      squares += twice * slope * (gradient[column] ?? 0) * (products[place + column - row] ?? 0)
    }
    place += sums.length - row
  })
  return Math.max(0, (squares - n * mean * mean) / (n - 1))
}
