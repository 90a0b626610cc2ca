/**
 * Sample percentile by linear interpolation between order statistics: Hyndman & Fan (1996) type 7, the default of R and
 * NumPy.
 *
 * @param ascending values in ascending order
 * @param probability in [0, 1]
 * @throws RangeError without a value or with another probability
 */
export function percentile(ascending: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`not a probability: ${probability}`)
  const place = (ascending.length - 1) * probability
  const below = ascending[Math.floor(place)]
  const above = ascending[Math.ceil(place)]
  if (below === undefined || above === undefined)
    throw new RangeError('a percentile of nothing is not defined')
  return below + (above - below) * (place - Math.floor(place))
}
