import type { Interval } from '@/lib/stats/figure'
import { logMixture } from './beta-mixture'
import { nothingYet, type Looking, type Reading } from './signal'

/** Bins of a twelfth of an octave (6 %), from 2⁻⁶ to 2⁶ seconds per unit of work; what lies beyond is in the outermost. */
const BINS = 144
const PER_OCTAVE = 12

/**
 * How much there is to read, in Chinese characters: letters of other scripts count 1/5.5 of one, as people read about 260
 * Chinese characters or 238 English words a minute (Brysbaert 2019, How many words do we read per minute?). Forty are
 * added for looking and pressing keys. For clips take their seconds instead: only shares of the panel's pace are used.
 */
export function readingWork(texts: readonly string[]): number {
  const together = texts.join('')
  const characters = together.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return 40 + characters + (together.length - characters) / 5.5
}

export const noPaces = (): number[] => new Array<number>(BINS).fill(0)

/** With one task's seconds per unit of work counted. */
export function withPace(paces: readonly number[], seconds: number, work: number): number[] {
  const after = paces.slice()
  const bin = Math.floor(PER_OCTAVE * Math.log2(Math.max(seconds, 1e-3) / work)) + BINS / 2
  const within = Math.min(BINS - 1, Math.max(0, bin))
  after[within] = (after[within] ?? 0) + 1
  return after
}

/**
 * A rater's median pace, seconds per unit of work, to within 3 %. The interval holds under continuous looking whatever
 * the distribution: a value is surely below the median where the share of paces up to it is surely below a half.
 */
export function paceOf(paces: readonly number[], { risk }: Looking): Reading {
  const n = paces.reduce((sum, count) => sum + count, 0)
  if (n === 0) return nothingYet(0)
  const value = paceAt(binOf(paces, Math.floor((n - 1) / 2)), 0.5)
  const surelyBelow = fewestRejected(n, risk)
  const interval: Interval | null =
    surelyBelow === null
      ? null
      : {
          low: paceAt(binOf(paces, surelyBelow), 0),
          high: paceAt(binOf(paces, n - 1 - surelyBelow), 1),
        }
  return { value, n, interval }
}

/** The largest count of n that is surely fewer than half; null where not even none is. */
function fewestRejected(n: number, risk: number): number | null {
  const isRejected = (count: number) => logMixture({ sum: count, n }, 0.5) >= -Math.log(risk)
  if (!isRejected(0)) return null
  let [rejected, kept] = [0, Math.ceil(n / 2)]
  while (kept - rejected > 1) {
    const middle = (rejected + kept) >> 1
    if (isRejected(middle)) rejected = middle
    else kept = middle
  }
  return rejected
}

/** The bin of the pace with this rank, from 0. */
function binOf(paces: readonly number[], rank: number): number {
  let seen = 0
  return paces.findIndex((count) => {
    seen += count
    return seen > rank
  })
}

const paceAt = (bin: number, within: number) => 2 ** ((bin + within - BINS / 2) / PER_OCTAVE)
