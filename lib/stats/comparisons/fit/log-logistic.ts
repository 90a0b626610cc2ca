/** ln(1 / (1 + e⁻ˣ)), the logarithm of a probability whose log-odds are x, without overflow or cancellation. */
export function logLogistic(x: number): number {
  return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)))
}
