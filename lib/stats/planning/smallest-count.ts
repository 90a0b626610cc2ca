/** No plan is longer: beyond it counts would lose their last digit. */
const mostCounts = 1e15

/**
 * The smallest whole number from `first` to `most` at which something holds that, once true, stays true; null where
 * there is none. By doubling and halving.
 */
export function smallestCount(
  holds: (count: number) => boolean,
  { first, most = mostCounts }: { first: number; most?: number },
): number | null {
  if (first > most) return null
  if (holds(first)) return first
  let [fails, step] = [first, 1]
  while (!holds(Math.min(fails + step, most))) {
    if (fails + step >= most) return null
    fails += step
    step *= 2
  }
  let reached = Math.min(fails + step, most)
  while (reached - fails > 1) {
    const middle = Math.floor((fails + reached) / 2)
    if (holds(middle)) reached = middle
    else fails = middle
  }
  return reached
}
