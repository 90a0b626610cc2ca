import { indexDraw, normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import type { CheckRates } from './check-kind'
import type { CheckSeed } from './check-slots'
import type { Seen } from './guess-checks'
import {
  afterPlacement,
  isRepeatable,
  noHistory,
  placeCheck,
  type CheckHistory,
  type Placement,
} from './place-check'
import { progressWithChecks } from './work-left'

/** How checks are placed; by the rules, or badly, to see that the classifier would notice. */
export type Placing = (history: CheckHistory, sinceCheck: number, random: Random) => Placement['kind'] | null

export type Simulation = {
  raters: number
  tasks: number
  rates: CheckRates
  /** Gold tasks of the study. */
  gold: number
  /** Live tasks that a rater could be given; others take some meanwhile where the work is shared. */
  live: number
  isShared: boolean
  placing: Placing | null
  /** Whether progress counts checks as work; without that a check leaves `left` as it was. */
  isProgressFair: boolean
}

export type SimulatedRater = { seen: Seen[]; kinds: Placement['kind'][] }

const SIZES = [2, 3, 4, 4, 4, 6]

/** One rater's work, as the rater's machine sees it: everything but the contents and their length. */
export function simulatedRater(rater: number, simulation: Simulation, random: Random): SimulatedRater {
  const { rates, tasks } = simulation
  const seed: CheckSeed = [random(), random()]
  const anySize = () => SIZES[indexDraw(SIZES.length, random)] ?? 4
  const gold = Array.from({ length: simulation.gold }, anySize)
  const own: { position: number; size: number }[] = []
  const said = { seen: [] as Seen[], kinds: [] as Placement['kind'][] }
  let history = noHistory
  let live = simulation.live
  let minutes = 0
  let [lastCheck, checkBefore] = [-1, -1]
  let [left, fall] = [0, 0]
  for (let position = 0; position < tasks && live > 0; position += 1) {
    const size = anySize()
    const repeats = own.filter((each) => each.size === size && isRepeatable(each.position, history))
    const golds = gold.filter((each) => each === size)
    const eligible = { gold: golds.length, repeat: repeats.length, degraded: live > 10 ? 5 : 0 }
    const bad = simulation.placing?.(history, position - lastCheck, seededRandom(seed[0], position))
    const placement: Placement = bad
      ? bad === 'live'
        ? { kind: bad }
        : { kind: bad, index: 0 }
      : placeCheck(history, { hasLive: true, eligible }, { rates, seed })
    const { kind } = placement
    history = afterPlacement(history, placement)
    if (kind === 'live') own.push({ position, size })
    if (kind === 'gold') gold.splice(gold.indexOf(size), 1)
    if (kind === 'repeat' && !bad) {
      const chosen = repeats[placement.index]
      if (chosen) own.splice(own.indexOf(chosen), 1)
    }
    const seconds = Math.exp(4 + 0.15 * size + 0.4 * normalDraw(random))
    minutes += seconds / 60
    if (kind === 'live') live -= 1
    const shown = leftAfter(history, live, { simulation, seed })
    ;[left, fall] = [shown, position === 0 ? 1 : left - shown]
    const since = [position - lastCheck, lastCheck - checkBefore]
    const isCheck = kind !== 'live'
    said.seen.push({
      rater,
      isCheck,
      features: [
        position,
        left,
        fall,
        size,
        seconds,
        minutes,
        (minutes % 60) / 60,
        ...since,
        ...[2, 3, 5, 7, 8, 10, 12, 16].map((period) => position % period),
        checksOf(history, isCheck) / (position + 1),
      ],
    })
    said.kinds.push(kind)
    if (isCheck) [checkBefore, lastCheck] = [lastCheck, position]
    if (simulation.isShared) live -= Math.min(live, indexDraw(3, random))
  }
  return said
}

/** Checks among the tasks before this one. */
const checksOf = ({ checks }: CheckHistory, isCheck: boolean) =>
  checks.gold + checks.repeat + checks.degraded - (isCheck ? 1 : 0)

function leftAfter(
  { assignments }: CheckHistory,
  live: number,
  { simulation, seed }: { simulation: Simulation; seed: CheckSeed },
): number {
  if (!simulation.isProgressFair) return live
  // Bad placement is to be found by itself, not by a progress that looks ahead to other slots.
  if (simulation.placing) return simulation.tasks - assignments
  const facts = { done: assignments, held: 0, assignments, live }
  return progressWithChecks(facts, { rates: simulation.rates, seed }).left
}

/** A check after every seven tasks. */
export const everyEighth: Placing = ({ assignments }) => (assignments % 8 === 7 ? 'gold' : 'live')

/** Gaps evened out: from three tasks after the last check on, ever more likely. */
export const evenedOut: Placing = (_history, sinceCheck, random) =>
  uniformDraw(random) < Math.max(0, (sinceCheck - 3) / 10) ? 'gold' : 'live'

/** Repeats added to gold as soon as there are any: the rate steps up. */
export const steppedUp: Placing = ({ assignments }, _since, random) =>
  uniformDraw(random) < (assignments < 100 ? 0.07 : 0.15) ? 'gold' : 'live'
