import { isPassed, type PassMark } from './pass-mark'

/** One way in which a unit of an attempt may come out. */
export type Chance = {
  probability: number
  /** Cells of the unit inside their bands. */
  inside: number
  /** Sum of (score − agreed) over the cells of the unit, in calibration steps. */
  differenceSteps: number
}

/** Cells that are scored together: one cell, or all cells of an anchor. */
export type Unit = { cells: number; chances: readonly Chance[] }

/** Differences are counted in eighths of a step: exact wherever an agreed score is a level or the middle of two. */
const GRID = 8

/**
 * The chance to pass an attempt, of one whose scores of different units are independent: the joint distribution of
 * the cells inside and of the sum of differences, unit by unit, exactly. Costs units × cells × width of the sums.
 */
export function passProbability(units: readonly Unit[], mark: PassMark): number {
  const cells = units.reduce((sum, unit) => sum + unit.cells, 0)
  if (cells === 0) return 0
  let states = new Map<number, Float64Array>([[0, Float64Array.of(1)]])
  let reach = 0
  for (const unit of units) {
    const chances = merged(unit.chances)
    const wider = Math.max(0, ...chances.map(({ grid }) => Math.abs(grid)))
    states = extended(states, chances, { from: reach, to: reach + wider })
    reach += wider
  }
  let passing = 0
  for (const [inside, row] of states) {
    row.forEach((probability, index) => {
      const biasSteps = (index - reach) / GRID / cells
      if (isPassed({ cells, inside, biasSteps }, mark)) passing += probability
    })
  }
  return passing
}

type GridChance = { probability: number; inside: number; grid: number }

/** Chances that come to the same on the grid, together: a scale of a hundred marks has few of them. */
function merged(chances: readonly Chance[]): GridChance[] {
  const kept = new Map<string, GridChance>()
  for (const { probability, inside, differenceSteps } of chances) {
    const grid = Math.round(differenceSteps * GRID)
    const known = kept.get(`${inside} ${grid}`)
    if (known) known.probability += probability
    else kept.set(`${inside} ${grid}`, { probability, inside, grid })
  }
  return [...kept.values()]
}

/** The states after one more unit. Sums from −reach to reach lie in a row at 0 … 2 · reach. */
function extended(
  states: ReadonlyMap<number, Float64Array>,
  chances: readonly GridChance[],
  { from, to }: { from: number; to: number },
): Map<number, Float64Array> {
  const next = new Map<number, Float64Array>()
  for (const [count, row] of states) {
    for (const { probability, inside, grid } of chances) {
      const target = next.get(count + inside) ?? new Float64Array(2 * to + 1)
      next.set(count + inside, target)
      const shift = to - from + grid
      for (let index = 0; index < row.length; index += 1)
        target[index + shift] = (target[index + shift] ?? 0) + probability * (row[index] ?? 0)
    }
  }
  return next
}
