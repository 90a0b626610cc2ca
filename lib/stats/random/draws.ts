import type { Random } from './seeded-random'

/** A number in (0, 1) with 53 random bits, never 0 and never 1. Takes two draws. */
export function uniformDraw(random: Random): number {
  const high = random() >>> 5
  const low = random() >>> 6
  return (high * 0x4000000 + low + 0.5) / 0x20000000000000
}

/** One of 0 … n − 1, equally likely to within n / 2³². Takes one draw. */
export function indexDraw(n: number, random: Random): number {
  return Math.floor((random() / 0x100000000) * n)
}

/** A draw from the standard normal distribution (Marsaglia & Bray 1964, polar method). Takes four draws or more. */
export function normalDraw(random: Random): number {
  for (;;) {
    const x = 2 * uniformDraw(random) - 1
    const y = 2 * uniformDraw(random) - 1
    const radius = x * x + y * y
    if (radius < 1) return x * Math.sqrt((-2 * Math.log(radius)) / radius)
  }
}
