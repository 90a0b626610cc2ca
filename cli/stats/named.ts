/** Figures by name, in the order of the names. */
export function byName<T>(names: readonly string[], figures: ArrayLike<T>): Record<string, T | null> {
  return Object.fromEntries(names.map((name, place) => [name, figures[place] ?? null]))
}
