import type { PairCells } from './pair-cells'

/**
 * Whether what the left side is worth cannot be told from the strengths, say because one of two models always stood on
 * the left: there are numbers of the models that differ by exactly 1 between left and right in each pair compared, so
 * that any worth of the left side can be taken up by the strengths. Asks of models that all hang together.
 */
export function isSideConfounded({ models, sided, first, second }: PairCells): boolean {
  if (!sided) return false
  const steps: { other: number; up: number }[][] = Array.from({ length: models }, () => [])
  for (let cell = 0; cell < first.length; cell += 1) {
    const [left, right] = [first[cell] ?? 0, second[cell] ?? 0]
    steps[left]?.push({ other: right, up: -1 })
    steps[right]?.push({ other: left, up: 1 })
  }
  const height = new Map([[0, 0]])
  // A Map is walked in the order in which it grows.
  for (const [model, own] of height) {
    for (const { other, up } of steps[model] ?? []) {
      const known = height.get(other)
      if (known === undefined) height.set(other, own + up)
      else if (known !== own + up) return false
    }
  }
  return true
}
