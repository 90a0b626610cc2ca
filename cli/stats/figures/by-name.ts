/** Figures by name, each made of the one in its place. */
export const namedWith = <T, F>(names: readonly string[], figures: readonly T[], of: (figure: T) => F) =>
  Object.fromEntries(figures.map((figure, place) => [names[place] ?? String(place), of(figure)]))

export const named = (names: readonly string[], figures: ArrayLike<number>) =>
  namedWith(names, Array.from(figures), (figure) => figure)
