/** a x + b y + c z = d */
export type Equation = [a: number, b: number, c: number, d: number]
type Triple = [number, number, number]
type Equations = [Equation, Equation, Equation]

/** Three linear equations in three unknowns by Cramer's rule; null where they have no single solution. */
export function solveThree(equations: Equations): Triple | null {
  const columns = columnsOf(equations)
  const [a, b, c, d] = columns
  const whole = determinant([a, b, c])
  const size = equations.reduce((product, row) => product * Math.hypot(row[0], row[1], row[2]), 1)
  if (Math.abs(whole) <= 1e-12 * size) return null
  return [determinant([d, b, c]) / whole, determinant([a, d, c]) / whole, determinant([a, b, d]) / whole]
}

function columnsOf([one, two, three]: Equations): [Triple, Triple, Triple, Triple] {
  const column = (at: 0 | 1 | 2 | 3): Triple => [one[at], two[at], three[at]]
  return [column(0), column(1), column(2), column(3)]
}

/** Of a 3 × 3 matrix by its columns: the volume a · (b × c). */
function determinant([a, b, c]: [Triple, Triple, Triple]): number {
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) +
    a[1] * (b[2] * c[0] - b[0] * c[2]) +
    a[2] * (b[0] * c[1] - b[1] * c[0])
  )
}
