import { requireCount, requireLevel } from '@/lib/stats/distributions/require-parameter'

/** @throws RangeError unless n is a count, successes lie from 0 to n, and the level lies in (0, 1) */
export function requireShare(successes: number, n: number, level: number): void {
  requireCount('n', n)
  requireLevel('level', level)
  if (!(successes >= 0 && successes <= n))
    throw new RangeError(`successes must lie from 0 to ${n}: ${successes}`)
}
