import type { Axis } from './axis'

/** A place on the axis as a percentage of the drawing, which then fits any width without scaling its text. */
export function percentAt(axis: Axis, value: number): string {
  return `${(axis.at(value) * 100).toFixed(2)}%`
}
