import { totalRate, type CheckRates } from './check-kind'
import { checkSlotsFrom, type CheckSeed } from './check-slots'

export type WorkFacts = {
  /** Assignments that the rater has sent, checks among them. */
  done: number
  /** Assignments handed out and not sent yet, checks among them. */
  held: number
  /** Assignments handed out so far: the position of the next one. */
  assignments: number
  /** Live tasks that the rater could still be given. */
  live: number
}

export type WorkTerms = { rates: CheckRates; seed: CheckSeed }

/**
 * What the rater's progress says. A check is work like any other: with each task sent, `left` falls by one and `done`
 * rises by one, whichever it was. So the checks to come before the last live task are counted in advance, exactly. Costs
 * some nanoseconds per task left.
 */
export function progressWithChecks(
  { done, held, assignments, live }: WorkFacts,
  { rates, seed }: WorkTerms,
): { done: number; left: number } {
  return { done, left: held + assignmentsFor(live, { assignments, rates, seed }) }
}

function assignmentsFor(
  live: number,
  { assignments, rates, seed }: WorkTerms & Pick<WorkFacts, 'assignments'>,
): number {
  const rate = totalRate(rates)
  if (live <= 0 || rate === 0) return Math.max(0, live)
  if (rate >= 1) throw new RangeError(`checks at a rate of ${rate} leave no room for work`)
  let count = 0
  let rest = live
  for (const isCheck of checkSlotsFrom(seed, assignments, rate)) {
    count += 1
    if (!isCheck) rest -= 1
    if (rest === 0) break
  }
  return count
}
