/**
 * Cholesky factors of symmetric positive definite matrices: Golub & Van Loan (2013), Matrix Computations, §4.2. A matrix
 * stands row after row in one array of size² numbers; only its lower half is read.
 */
export type SquareMatrix = { size: number; cells: Float64Array }

/**
 * Replaces the lower half of A by its factor L, A = L Lᵀ.
 *
 * @returns false where A is not positive definite to rounding; what stands in the array is of no use then
 */
export function choleskyFactor({ size, cells }: SquareMatrix): boolean {
  for (let row = 0; row < size; row += 1) {
    const start = row * size
    for (let column = 0; column <= row; column += 1) {
      const other = column * size
      const whole = cells[start + column] ?? 0
      let rest = whole
      for (let k = 0; k < column; k += 1) rest -= (cells[start + k] ?? 0) * (cells[other + k] ?? 0)
      if (column < row) cells[start + column] = rest / (cells[other + column] ?? 0)
      else if (rest > 1e-14 * whole) cells[start + row] = Math.sqrt(rest)
      else return false
    }
  }
  return true
}

/** Replaces b by the solution x of A x = b, given A's factor. */
export function choleskySolve({ size, cells }: SquareMatrix, b: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let rest = b[row] ?? 0
    for (let k = 0; k < row; k += 1) rest -= (cells[row * size + k] ?? 0) * (b[k] ?? 0)
    b[row] = rest / (cells[row * size + row] ?? 0)
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const x = (b[row] ?? 0) / (cells[row * size + row] ?? 0)
    b[row] = x
    for (let k = 0; k < row; k += 1) b[k] = (b[k] ?? 0) - (cells[row * size + k] ?? 0) * x
  }
}

/** The whole inverse of A, given A's factor. */
export function choleskyInverse(factor: SquareMatrix): SquareMatrix {
  const { size } = factor
  const inverse = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    const unit = inverse.subarray(row * size, (row + 1) * size)
    unit[row] = 1
    choleskySolve(factor, unit)
  }
  return { size, cells: inverse }
}
