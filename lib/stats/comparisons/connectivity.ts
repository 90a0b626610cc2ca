import type { ComparisonCounts, SidedCounts } from './comparisons'
import { pairCells, type PairCells } from '@/lib/stats/comparisons/fit/pair-cells'

/** Groups of models by number. */
export type Connectivity =
  | { connected: true; reason: null; components: number[][] }
  | { connected: false; reason: 'disconnected' | 'unbounded'; components: number[][] }

/**
 * Whether the comparisons say how strong each model is beside each other one: whether Bradley–Terry strengths have a
 * finite maximum (Ford 1957; Zermelo 1929). That takes, from each model to each other one, a chain of models of which
 * each won against the next. A tie is half a win for both.
 *
 * `disconnected`: the models fall into groups that were never compared, which are the components. `unbounded`: all hang
 * together, but no model of a later component ever won against one of an earlier one, say because the first always won
 * or the last never did; the components stand best first. Connected: one component.
 *
 * @param ties `half` as above, `drop` where ties are left out
 */
export function connectivity(
  counts: ComparisonCounts | SidedCounts,
  { ties = 'half' }: { ties?: 'half' | 'drop' } = {},
): Connectivity {
  return cellConnectivity(pairCells(counts), ties === 'half')
}

/** The same of pairs in a list. */
export function cellConnectivity(cells: PairCells, countsTies: boolean): Connectivity {
  const { beaten, beaters } = neighbours(cells, countsTies)
  const ranked = components(beaten, beaters)
  if (ranked.length < 2) return { connected: true, reason: null, components: ranked }
  const compared = beaten.map((others, model) => [...others, ...(beaters[model] ?? [])])
  const apart = components(compared, compared)
  if (apart.length < 2) return { connected: false, reason: 'unbounded', components: ranked }
  return {
    connected: false,
    reason: 'disconnected',
    components: apart.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
  }
}

/** Of each model the others that it won against, and those that won against it. */
type Graph = number[][]

function neighbours({ models, first, second, outcomes }: PairCells, countsTies: boolean) {
  const beaten: Graph = Array.from({ length: models }, () => [])
  const beaters: Graph = Array.from({ length: models }, () => [])
  const add = (winner: number, loser: number) => {
    beaten[winner]?.push(loser)
    beaters[loser]?.push(winner)
  }
  for (let cell = 0; cell < first.length; cell += 1) {
    const a = first[cell] ?? 0
    const b = second[cell] ?? 0
    const ties = countsTies ? (outcomes[3 * cell + 1] ?? 0) : 0
    if ((outcomes[3 * cell + 2] ?? 0) + ties > 0) add(a, b)
    if ((outcomes[3 * cell] ?? 0) + ties > 0) add(b, a)
  }
  return { beaten, beaters }
}

/** Strongly connected components, winners first (Kosaraju & Sharir 1981): two walks, one along and one against. */
function components(graph: Graph, turned: Graph): number[][] {
  const order: number[] = []
  const seen = new Uint8Array(graph.length)
  for (let model = 0; model < graph.length; model += 1) walk(graph, model, { seen, done: order })
  const taken = new Uint8Array(graph.length)
  const found: number[][] = []
  for (const model of order.reverse()) {
    const component: number[] = []
    walk(turned, model, { seen: taken, done: component })
    if (component.length > 0) found.push(component.sort((a, b) => a - b))
  }
  return found
}

/** Depth first from one model; `done` receives each model after all that can be reached from it. */
function walk(graph: Graph, from: number, { seen, done }: { seen: Uint8Array; done: number[] }): void {
  if (seen[from]) return
  seen[from] = 1
  const path = [{ model: from, next: 0 }]
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const other = graph[step.model]?.[step.next]
    step.next += 1
    if (other === undefined) {
      done.push(step.model)
      path.pop()
    } else if (!seen[other]) {
      seen[other] = 1
      path.push({ model: other, next: 0 })
    }
  }
}
