import { clopperPearsonInterval } from '@/lib/stats/intervals/clopper-pearson-interval'
import { indexDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { judgeInspection } from './inspection'
import { unitKey, type LotUnit } from './lot'
import type { LotPlan } from './lot-plan'
import { drawLotSample } from './lot-sample'
import { lotStanding, unitsToInspect, type UnitOutcome } from './lot-standing'

const scale = { min: 1, max: 5, step: 1 }
const criteria = [
  { id: 'accuracy', scale },
  { id: 'style', scale },
]

/** A lot of sheets of four outputs with two criteria, scored at random; which units are errors is the inspector's to say. */
export function simulatedLot(size: number, random: Random): LotUnit[] {
  return Array.from({ length: size }, (_, place) => ({
    ratingId: `rating ${Math.floor(place / 4)}`,
    taskId: `task ${Math.floor(place / 4)}`,
    outputId: `output ${place}`,
    scores: { accuracy: 1 + indexDraw(5, random), style: 1 + indexDraw(5, random) },
  }))
}

/** The inspector's scores for a unit: the same, or three steps off on the first criterion. */
function inspected({ scores }: LotUnit, error: boolean) {
  const accuracy = scores.accuracy ?? 1
  const off = accuracy <= 2 ? accuracy + 3 : accuracy >= 4 ? accuracy - 3 : accuracy
  // From the middle of five levels nobody is three steps off: there a hard rule is broken.
  const hardRulesBroken = error && off === accuracy ? ['left empty'] : []
  return { scores: { ...scores, accuracy: error ? off : accuracy }, hardRulesBroken, cannotJudge: null }
}

/** Walks one lot through draw, inspection and decision. */
export function lotPasses(
  units: readonly LotUnit[],
  plan: LotPlan,
  lot: { errors: Set<string>; seed: number },
) {
  const sample = drawLotSample(units, criteria, { size: plan.sample, seed: lot.seed })
  const byName = new Map(units.map((unit) => [unitKey(unit), unit]))
  const outcomes: UnitOutcome[] = []
  for (const id of unitsToInspect(sample, plan, outcomes)) {
    const unit = byName.get(unitKey(id))
    if (!unit) throw new Error('a unit that is not in the lot')
    const seen = inspected(unit, lot.errors.has(unitKey(id)))
    const { error } = judgeInspection(unit, seen, { criteria, tolerance: { within: 1, error: 2 } })
    outcomes.push({ ...id, error })
  }
  return lotStanding(plan, outcomes).state === 'passed'
}

/** Where errors are: anywhere; among the lowest scores of the first criterion first; in the first ratings first. */
export type ErrorPattern = 'anywhere' | 'lowest scores' | 'first ratings'

/** How many of so many simulated lots pass, with the exact 99.9 % interval of that share. */
export function passedShare(
  plan: LotPlan,
  lots: { count: number; errors: number; pattern: ErrorPattern; seed: number },
) {
  const random = seededRandom(lots.seed)
  let passed = 0
  let units: LotUnit[] = []
  for (let lot = 0; lot < lots.count; lot += 1) {
    // Where errors are and what is drawn differs from lot to lot; the scores do every fifty.
    if (lot % 50 === 0) units = simulatedLot(plan.lotSize, random)
    const errors = new Set(inErrorOrder(units, lots.pattern, random).slice(0, lots.errors).map(unitKey))
    if (lotPasses(units, plan, { errors, seed: random() })) passed += 1
  }
  const [low, high] = clopperPearsonInterval(passed, lots.count, 0.999)
  return { share: passed / lots.count, low, high }
}

function inErrorOrder(units: readonly LotUnit[], pattern: ErrorPattern, random: Random): LotUnit[] {
  const keyed = units.map((unit) => ({ unit, key: random() }))
  if (pattern === 'first ratings') return [...units]
  const low = (unit: LotUnit) => (pattern === 'lowest scores' ? (unit.scores.accuracy ?? 0) : 0)
  return keyed.sort((a, b) => low(a.unit) - low(b.unit) || a.key - b.key).map(({ unit }) => unit)
}
