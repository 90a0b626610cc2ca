/**
 * ψ(x) = d/dx log Γ(x) for x > 0: the recurrence ψ(x) = ψ(x + 1) − 1 / x up to 10, then the asymptotic series
 * (Abramowitz & Stegun 1964, 6.3.5 and 6.3.18). Relative error about 1e-14 away from its zero at 1.4616.
 *
 * @throws RangeError for anything but a positive finite number
 */
export function digamma(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) throw new RangeError(`digamma of ${x}`)
  let shift = 0
  let at = x
  for (; at < 10; at += 1) shift -= 1 / at
  const inverse = 1 / (at * at)
  const series =
    1 / 12 -
    inverse *
      (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - (inverse * 691) / 32760))))
  return shift + Math.log(at) - 0.5 / at - inverse * series
}
