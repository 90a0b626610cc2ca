import { shuffled } from '@/lib/domain/study/shuffle'
import { indexDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'

/** Two phrases of the same number of words that change places, and words that are left out; by their places. */
export type DamagePlan = { swaps: [number[], number[]][]; drops: number[] }

/**
 * Words to damage in a phrase of so many: the table of Graham, Baldwin, Moffat & Zobel (2017, Can machine translation
 * systems be evaluated by the crowd alone, §4.2), a quarter of a long phrase.
 */
export function damagedWords(length: number): number {
  if (length <= 5) return Math.min(2, length)
  if (length <= 8) return 3
  if (length <= 15) return 4
  return length <= 20 ? 5 : Math.floor(length / 4)
}

const SHORTEST_SWAPPED = 3
const SHORTEST_DROPPED = 7
const DROPPED_SHARE = 0.1

/** From each phrase some words in a row change places with as many of another phrase; from longer ones a few are lost. */
export function damagePlan(runs: readonly number[][], random: Random): DamagePlan {
  const grams = shuffled(
    runs.filter(({ length }) => length >= SHORTEST_SWAPPED),
    () => uniformDraw(random),
  ).map((run) => ({ run, gram: gramOf(run, damagedWords(run.length), random) }))
  // Phrases that are alike in length change places; the shuffle decides among them.
  const ordered = grams.toSorted((a, b) => a.gram.length - b.gram.length)
  const swaps: DamagePlan['swaps'] = []
  for (let index = ordered.length - 1; index > 0; index -= 2) {
    const [one = [], other = []] = [ordered[index]?.gram, ordered[index - 1]?.gram]
    const size = Math.min(one.length, other.length)
    swaps.push([one.slice(0, size), other.slice(0, size)])
  }
  const alone = ordered.length % 2 === 1 ? ordered[0] : undefined
  if (alone) swaps.push(endsOf(alone.run))
  const swapped = new Set(swaps.flat(2))
  const drops = grams.flatMap(({ run }) => dropsOf(run, swapped, random))
  return { swaps, drops }
}

function gramOf(run: readonly number[], size: number, random: Random): number[] {
  const start = indexDraw(run.length - size + 1, random)
  return run.slice(start, start + size)
}

/** The beginning and the end of a phrase that found no partner. */
function endsOf(run: readonly number[]): [number[], number[]] {
  const size = Math.min(damagedWords(run.length), Math.floor(run.length / 2))
  return [run.slice(0, size), run.slice(run.length - size)]
}

/** Never a word at either end of its phrase: what stands around it, say two asterisks, must not come to touch. */
function dropsOf(run: readonly number[], swapped: ReadonlySet<number>, random: Random): number[] {
  if (run.length < SHORTEST_DROPPED) return []
  const inner = run.slice(1, -1).filter((place) => !swapped.has(place))
  const count = Math.min(inner.length, Math.max(1, Math.round(DROPPED_SHARE * run.length)))
  return gramOf(inner, count, random)
}
