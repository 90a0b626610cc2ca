import { uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'

/**
 * A rater's secret in a study, two integers from 0 to 2³² − 1. One would not do: a rater who recognises a dozen repeats
 * could try all seeds of 32 bits at home.
 */
export type CheckSeed = readonly [number, number]

/** Positions that share a stream of random numbers: looking far ahead then costs little per position. */
const BLOCK = 64
/** Streams of the second kind, for choices at a position, lie apart from those of the blocks. */
const CHOICES = 0x80000000

const stream = ([, second]: CheckSeed, number: number) => (second ^ number) >>> 0

/**
 * Whether the assignment at a position (0 = the rater's first) is to be a check: each with the same chance, whatever
 * came before. So neither the position nor the time since the last check tells anything. Bursts and long gaps are part
 * of it: evening them out would make checks predictable.
 */
export function isCheckSlot(seed: CheckSeed, position: number, rate: number): boolean {
  const random = blockOf(seed, Math.floor(position / BLOCK))
  let draw = uniformDraw(random)
  for (let step = position % BLOCK; step > 0; step -= 1) draw = uniformDraw(random)
  return draw < rate
}

/** The same for all positions from `position` on, one after the other, without end. */
export function* checkSlotsFrom(seed: CheckSeed, position: number, rate: number): Generator<boolean> {
  for (let block = Math.floor(position / BLOCK); ; block += 1) {
    const random = blockOf(seed, block)
    for (let at = block * BLOCK; at < (block + 1) * BLOCK; at += 1) {
      const draw = uniformDraw(random)
      if (at >= position) yield draw < rate
    }
  }
}

/** Random numbers for the choices that belong to a position: which kind, which task. */
export function choicesAt(seed: CheckSeed, position: number): Random {
  return seededRandom(seed[0], stream(seed, CHOICES + position))
}

function blockOf(seed: CheckSeed, block: number): Random {
  return seededRandom(seed[0], stream(seed, block))
}
