import { uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { shuffled } from '@/lib/domain/study/shuffle'
import { unitKey, type LotCriterion, type LotUnit, type UnitId } from './lot'
import { stratumOf } from './stratum'

/** What is stored of a draw; with the units of the lot it can be drawn again. */
export type LotSample = {
  seed: number
  /** To be inspected, in this order. */
  drawn: UnitId[]
  /** Who takes the place of a drawn unit that cannot be judged, in this order; all other units of the lot. */
  reserve: UnitId[]
}

/**
 * Draws the sample of a lot: systematically, with a random start, from the units lined up stratum by stratum and
 * shuffled within. Every unit has the same chance, and each stratum gives its share of the sample to within one unit:
 * proportional stratification without a table of quotas, however many strata there are. Cochran (1977), Sampling
 * techniques, §8.5, on systematic sampling as implicit stratification. Errors that gather in a stratum are found more
 * surely than by a simple draw; errors that do not are found as surely.
 *
 * The order of inspection is shuffled: it must not tell the inspector what was scored.
 *
 * @param units in any order; the draw does not depend on it
 * @param draw.size units to draw, at most all
 * @param draw.seed an integer from 0 to 2³² − 1
 */
export function drawLotSample(
  units: readonly LotUnit[],
  criteria: readonly LotCriterion[],
  draw: { size: number; seed: number },
): LotSample {
  const random = seededRandom(draw.seed)
  const line = linedUp(units, criteria, random)
  const taken = new Uint8Array(line.length)
  const interval = line.length / Math.max(1, draw.size)
  const start = uniformDraw(random) * interval
  for (let turn = 0; turn < draw.size; turn += 1) {
    taken[Math.min(line.length - 1, Math.floor(start + turn * interval))] = 1
  }
  const inRandomOrder = (wanted: number) =>
    shuffled(
      line.filter((_, place) => taken[place] === wanted),
      () => uniformDraw(random),
    )
  return { seed: draw.seed, drawn: inRandomOrder(1), reserve: inRandomOrder(0) }
}

type Placed = { unit: UnitId; stratum: string; key: number }

function linedUp(units: readonly LotUnit[], criteria: readonly LotCriterion[], random: Random): UnitId[] {
  const named = units.map((unit) => ({ unit, name: unitKey(unit) }))
  const placed = named
    .sort((a, b) => compared(a.name, b.name))
    .map(({ unit }): Placed => ({
      unit: { ratingId: unit.ratingId, outputId: unit.outputId },
      stratum: stratumOf(unit.scores, criteria),
      key: uniformDraw(random),
    }))
  return placed.sort((a, b) => compared(a.stratum, b.stratum) || a.key - b.key).map(({ unit }) => unit)
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
