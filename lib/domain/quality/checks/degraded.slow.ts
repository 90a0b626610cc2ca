import { afterAll, expect, test } from 'vitest'
import { mean } from '@/lib/stats/descriptive/mean'
import { normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { degradedStanding, type DegradedOutcome } from './degraded-check'

/** Levels 1 to 5 of outputs that are fairly good, as those of models are; damage costs 1.5 levels. */
const truth = (random: Random) => 3.6 + 0.9 * normalDraw(random)
const level = (value: number) => Math.min(5, Math.max(1, Math.round(value)))
const share = (score: number) => (score - 1) / 4
const DAMAGE = 1.5

type Rater = (value: number, random: Random) => number

const honest =
  (severity: number): Rater =>
  (value, random) =>
    level(value + severity + 0.8 * normalDraw(random))
const good = (random: Random): Rater => honest(0.35 * normalDraw(random))

type Kind = { whole: Rater; damaged: Rater }
const sees = (rater: Rater): Kind => ({ whole: rater, damaged: rater })
const blind = (rater: Rater): Kind => ({
  whole: rater,
  damaged: (value, random) => rater(value + DAMAGE, random),
})

const kinds: Record<string, { rater: (random: Random) => Kind; isAttentive: boolean }> = {
  good: { rater: (random) => sees(good(random)), isAttentive: true },
  'severe by 1.2': { rater: () => sees(honest(-1.2)), isAttentive: true },
  'lenient by 1.2': { rater: () => sees(honest(1.2)), isAttentive: true },
  'good, damage unseen': { rater: (random) => blind(good(random)), isAttentive: false },
  'severe by 1.2, damage unseen': { rater: () => blind(honest(-1.2)), isAttentive: false },
  random: {
    rater: () => sees((_value, random) => 1 + Math.floor(5 * uniformDraw(random))),
    isAttentive: false,
  },
  'always 3': { rater: () => sees(() => 3), isAttentive: false },
}

/** One rater's checks, and the differences from others on a hundred outputs that were left whole. */
function workOf({ whole, damaged }: Kind, count: number, random: Random) {
  const othersOf = (value: number) => Array.from({ length: 3 }, () => share(good(random)(value, random)))
  const outcomes = Array.from({ length: count }, (): DegradedOutcome => {
    const value = truth(random)
    return { damaged: share(damaged(value - DAMAGE, random)), original: othersOf(value) }
  })
  const differences = Array.from({ length: 100 }, () => {
    const value = truth(random)
    return share(whole(value, random)) - mean(othersOf(value))
  })
  return { outcomes, differences }
}

const RATERS = 500
const lines: string[] = []

test.each([4, 8, 16])('with %d degraded checks: who sees damage passes, who does not fails', (count) => {
  const passed = Object.entries(kinds).map(([name, { rater, isAttentive }]) => {
    let [plain, own] = [0, 0]
    for (let index = 0; index < RATERS; index += 1) {
      const random = seededRandom(5, index)
      const { outcomes, differences } = workOf(rater(random), count, random)
      if (degradedStanding(outcomes).verdict === 'passed') plain += 1
      if (degradedStanding(outcomes, differences).verdict === 'passed') own += 1
    }
    const percent = (times: number) => `${((100 * times) / RATERS).toFixed(1)} %`.padStart(15)
    lines.push(`${name.padEnd(30)}${`${count}`.padStart(6)}${percent(plain)}${percent(own)}`)
    return { name, isAttentive, share: own / RATERS }
  })
  for (const { name, isAttentive, share: own } of passed) {
    if (isAttentive && count >= 8) expect(own, name).toBeGreaterThan(0.95)
    // The level of the test is a tenth; 99.9 % of samples of 500 lie below this.
    if (!isAttentive) expect(own, name).toBeLessThan(0.145)
  }
})

afterAll(() => {
  const head = `${'rater'.padEnd(30)}checks  with others'   with the own`
  process.stdout.write(
    `\nPass degraded checks at p ≤ 0.10, share of raters\n\n${head}\n${lines.join('\n')}\n`,
  )
})
