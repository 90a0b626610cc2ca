/** A source of equally likely 32-bit integers, 0 … 2³² − 1. */
export type Random = () => number

/** One step of splitmix32 (Steele, Lea & Flood 2014, 32-bit finaliser of murmur3): spreads a seed over all bits. */
function splitmix(state: number): number {
  let bits = (state + 0x9e3779b9) | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/**
 * sfc32 (Doty-Humphrey, PractRand): 128 bits of state, integer operations only, so that every machine and every browser
 * draws the same numbers. `stream` splits one seed into independent sequences: whoever needs the sequence of one
 * resample can have it without drawing the others.
 *
 * @param seed an integer from 0 to 2³² − 1
 * @param stream an integer from 0 to 2³² − 1
 * @throws RangeError for any other seed or stream
 */
export function seededRandom(seed: number, stream = 0): Random {
  for (const part of [seed, stream]) {
    if (!Number.isInteger(part) || part < 0 || part > 0xffffffff)
      throw new RangeError(`not a 32-bit seed: ${part}`)
  }
  let a = splitmix(seed)
  let b = splitmix(a ^ stream)
  let c = splitmix(b ^ 0x5bf03635)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next()
  return next
}
