/** What a comparison of two trees of figures found. */
export type Compared = { figures: number; differences: string[]; unmatched: string[] }

export type Terms = {
  /** How far a figure may be off; `beside` is what stands in the same place of the tree. */
  within: (path: string, stated: number, beside: unknown) => number
  /** Inputs and remarks, which are no figures. */
  isFigure: (path: string, stated: unknown) => boolean
}

type Tree = Record<string, unknown>
type Step = { stated: unknown; computed: unknown; path: string; beside: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/**
 * Compares every leaf of a tree of stated figures with the computed tree of the same shape. A stated null is an
 * undefined figure and has to be computed as null. What the computed tree has beyond is left alone; what it lacks is
 * `unmatched`.
 */
export function compareFigures(stated: unknown, computed: unknown, terms: Terms): Compared {
  const found: Compared = { figures: 0, differences: [], unmatched: [] }
  walk({ stated, computed, path: '', beside: stated }, terms, found)
  return found
}

function walk({ stated, computed, path, beside }: Step, terms: Terms, found: Compared): void {
  if (!terms.isFigure(path, stated)) return
  if (isTree(stated)) {
    for (const [key, value] of Object.entries(stated)) {
      const counterpart = isTree(computed) ? computed[key] : undefined
      const step = { stated: value, computed: counterpart, path: `${path}/${key}`, beside: stated }
      walk(step, terms, found)
    }
    return
  }
  if (computed === undefined) return void found.unmatched.push(path)
  found.figures += 1
  if (!isClose(stated, computed, terms.within(path, Number(stated), beside)))
    found.differences.push(`${path}: ${String(stated)} stated, ${String(computed)} computed`)
}

function isClose(stated: unknown, computed: unknown, within: number): boolean {
  if (typeof stated !== 'number' || typeof computed !== 'number') return stated === computed
  return Math.abs(stated - computed) <= within
}
