import type { ComparisonCounts, Comparisons, SidedCounts } from '@/lib/stats/comparisons/comparisons'

/** The pairs of models that were compared, in one list: what a fit goes through. */
export type PairCells = {
  models: number
  /** Whether the first model of a pair is the one that stood on the left. */
  sided: boolean
  first: Int32Array
  second: Int32Array
  /** Three counts per pair, at 3 · pair + verdict + 1: the second model won, a tie, the first model won. */
  outcomes: Float64Array
}

/**
 * The pairs of a table of counts, sides kept where it keeps them.
 *
 * @throws RangeError for a negative or infinite count
 */
export function pairCells(counts: ComparisonCounts | SidedCounts): PairCells {
  const { models } = counts
  const sided = 'leftWins' in counts
  const [wins, losses] = sided ? [counts.leftWins, counts.rightWins] : [counts.wins, counts.wins]
  const first: number[] = []
  const second: number[] = []
  const outcomes: number[] = []
  for (let a = 0; a < models; a += 1) {
    for (let b = sided ? 0 : a + 1; b < models; b += 1) {
      const ab = a * models + b
      const lost = losses[sided ? ab : b * models + a] ?? 0
      const tied = counts.ties[ab] ?? 0
      const won = wins[ab] ?? 0
      const all = lost + tied + won
      if (!(lost >= 0 && tied >= 0 && won >= 0 && all < Infinity))
        throw new RangeError(`models ${a} and ${b}: ${won} wins, ${tied} ties, ${lost} losses`)
      if (all === 0 || a === b) continue
      first.push(a)
      second.push(b)
      outcomes.push(lost, tied, won)
    }
  }
  return {
    models,
    sided,
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    outcomes: Float64Array.from(outcomes),
  }
}

/** Where each comparison is counted in `outcomes` of its pairs. */
export function outcomePlaces(cells: PairCells, { left, right, verdict }: Comparisons): Int32Array {
  const { models, sided, first, second } = cells
  const cellOf = new Int32Array(models * models)
  for (let cell = 0; cell < first.length; cell += 1) {
    cellOf[(first[cell] ?? 0) * models + (second[cell] ?? 0)] = cell
  }
  const places = new Int32Array(verdict.length)
  for (let i = 0; i < places.length; i += 1) {
    const a = left[i] ?? 0
    const b = right[i] ?? 0
    const said = verdict[i] ?? 0
    const turned = !sided && a > b
    places[i] = 3 * (cellOf[turned ? b * models + a : a * models + b] ?? 0) + (turned ? -said : said) + 1
  }
  return places
}
