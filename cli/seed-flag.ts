import { UsageError } from './command'

/** The seed of intervals where none is given. */
const usualSeed = 1

/** `--seed` as an integer that a random generator takes. */
export function seedFrom(flag: string | undefined, usage: string): number {
  if (flag === undefined) return usualSeed
  const seed = Number(flag)
  if (!/^\d+$/.test(flag) || seed > 0xffffffff)
    throw new UsageError(`--seed is a whole number from 0 to 4294967295\n${usage}`)
  return seed
}
