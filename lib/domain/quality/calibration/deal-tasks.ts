import { shuffled } from '@/lib/domain/study/shuffle'
import { uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { Anchor, ScaledCriterion } from './anchor'
import { countEnds, type EndCount } from './span'

export type DealTerms = {
  attempts: number
  /** Anchors of an attempt. */
  size: number
  /** Anchors of an attempt at each end of each criterion, at least. */
  perEnd: number
  criteria: readonly ScaledCriterion[]
  random: Random
}

/**
 * Deals tasks of anchors to attempts, none to two of them: first what each attempt needs at the ends, then towards a
 * third of it at either end, as far as there are such anchors, then whatever comes until each is full. In each step
 * the attempts take turns, and the order is the shuffled one. Tasks that are new to the rater come first.
 */
export function dealTasks(
  tasks: readonly Anchor[][],
  terms: DealTerms,
  isFresh: (task: readonly Anchor[]) => boolean,
): Anchor[][] {
  const random = () => uniformDraw(terms.random)
  const left = shuffled(tasks, random).sort((a, b) => Number(isFresh(b)) - Number(isFresh(a)))
  const dealt = Array.from({ length: terms.attempts }, (): Anchor[][] => [])
  const third = Math.max(terms.perEnd, Math.floor(terms.size / 3))
  for (const [step, perEnd] of [terms.perEnd, third, null].entries()) {
    // Towards a third is a wish: no reason to show somebody an anchor again.
    const isWanted = step === 1 ? isFresh : () => true
    let isTaken = true
    while (isTaken) {
      isTaken = false
      for (const attempt of dealt) {
        const task = nextTask(left, attempt.flat(), { ...terms, perEnd, isMust: step === 0, isWanted })
        if (!task) continue
        attempt.push(task)
        isTaken = true
      }
    }
  }
  return dealt.map((attempt) => shuffled(attempt, random).flat())
}

type Step = Omit<DealTerms, 'perEnd'> & {
  /** Wanted at each end; null in the last step, which fills up. */
  perEnd: number | null
  isMust: boolean
  isWanted: (task: readonly Anchor[]) => boolean
}

/** Takes the first task that helps out of what is left; what an attempt must have at its ends may go beyond its size. */
function nextTask(left: Anchor[][], has: readonly Anchor[], step: Step): Anchor[] | null {
  const { perEnd, size, criteria, isMust, isWanted } = step
  if (has.length >= size && !isMust) return null
  if (perEnd === null) return left.shift() ?? null
  const short = countEnds(has, criteria).filter(({ count }) => count < perEnd)
  const index = left.findIndex((task) => isWanted(task) && helps(task, short, criteria))
  return index < 0 ? null : (left.splice(index, 1)[0] ?? null)
}

function helps(
  task: readonly Anchor[],
  short: readonly EndCount[],
  criteria: readonly ScaledCriterion[],
): boolean {
  const has = countEnds(task, criteria)
  return short.some(({ criterionId, end }) =>
    has.some((each) => each.criterionId === criterionId && each.end === end && each.count > 0),
  )
}
