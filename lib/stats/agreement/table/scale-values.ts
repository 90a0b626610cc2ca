/** The values that raters could have given; without it, those that they gave. */
export type ScaleOption = { scale?: readonly number[] }

/**
 * The distinct values of a scale, ascending.
 *
 * @throws RangeError for a value that was given and is not on the scale
 */
export function scaleValues(given: Float64Array, { scale }: ScaleOption): Float64Array {
  if (scale === undefined) return given
  const known = new Set(scale)
  for (const value of given)
    if (!known.has(value)) throw new RangeError(`the value ${value} is not on the scale`)
  return Float64Array.from(known).sort()
}
