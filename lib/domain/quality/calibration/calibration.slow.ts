import { afterAll, describe, expect, test } from 'vitest'
import { normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { calibrationRules } from './calibration-rules'
import { drawAttempts } from './draw-attempts'
import { scoreAttempt } from './score-attempt'
import * as sim from './simulation'

/**
 * Who passes? Raters of one kind calibrate on anchors drawn by the rules, with nothing learned from the feedback in
 * between. Good raters differ in severity by 0.35 (sd) and have a noise of 0.7 to 0.9 levels, as panels of real viewers
 * do; the hard case has the upper end of both.
 */
const kinds: Record<string, (random: Random) => sim.Answering> = {
  good: (random) => sim.honest(0.35 * normalDraw(random), 0.7 + 0.2 * uniformDraw(random)),
  'good, hard case': (random) => sim.honest(0.4 * normalDraw(random), 0.9),
  'random, cell by cell': () => sim.randomPerCell,
  'random, output by output': () => sim.randomPerOutput,
  'random 2, 3 or 4': () => sim.randomInTheMiddle,
  'always 1, 2, 3, 4 or 5': (random) => sim.constant(1 + Math.floor(5 * uniformDraw(random))),
}

const settings = [
  { criteria: 1, experts: 3, size: 12 },
  { criteria: 1, experts: 2, size: 12 },
  { criteria: 2, experts: 3, size: 12 },
  { criteria: 2, experts: 2, size: 12 },
  { criteria: 3, experts: 3, size: 12 },
  { criteria: 2, experts: 3, size: 10 },
  { criteria: 2, experts: 3, size: 16 },
]

const POOLS = 60
const DRAWS = 2
const RATERS = 60

type Share = { kind: string; first: number; any: number }
const lines: string[] = []

/** Shares that pass the first attempt, and any of the two, per kind. */
function simulated({ criteria, experts, size }: (typeof settings)[number]): Share[] {
  const rules = calibrationRules.parse({ anchors: size })
  const rubric = { version: 1, criteria: sim.criteriaOf(criteria) }
  const passes = new Map(Object.keys(kinds).map((kind) => [kind, { raters: 0, first: 0, any: 0 }]))
  for (let index = 0; index < POOLS; index += 1) {
    const random = seededRandom(2026, index)
    const pool = sim.simulatedAnchors({ anchors: 80, criteria, experts }, random)
    const byId = new Map(pool.map((each) => [each.anchor.id, each]))
    for (let seed = 0; seed < DRAWS; seed += 1) {
      const anchors = pool.map(({ anchor }) => anchor)
      const drawn = drawAttempts({ anchors, seen: [], rubric }, { rules, seed })
      if (drawn.kind === 'refused') continue
      const attempts = drawn.attempts.map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
      for (const [kind, make] of Object.entries(kinds)) {
        const tally = passes.get(kind)
        for (let rater = 0; tally && rater < RATERS; rater += 1) {
          const answer = make(random)
          const passed = attempts.map(
            (attempt) =>
              scoreAttempt(
                attempt.map(({ anchor }) => anchor),
                answer(attempt, random),
                { criteria: rubric.criteria, rules },
              ).passed,
          )
          tally.raters += 1
          if (passed[0]) tally.first += 1
          if (passed.includes(true)) tally.any += 1
        }
      }
    }
  }
  expect(passes.get('good')?.raters).toBeGreaterThan(0.9 * POOLS * DRAWS * RATERS)
  return [...passes].map(([kind, { raters, first, any }]) => ({
    kind,
    first: first / raters,
    any: any / raters,
  }))
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)

describe('of good raters at least 95 % pass, of those who guess or repeat one score at most 5 %, over both attempts', () => {
  test.each(settings)('$criteria criteria, $experts experts, $size anchors', (setting) => {
    const shares = simulated(setting)
    const { criteria, experts, size } = setting
    for (const { kind, first, any } of shares) {
      const line = [`${criteria}`.padStart(8), `${experts}`.padStart(7), `${size}`.padStart(7)]
      lines.push(`${kind.padEnd(25)} ${line.join(' ')} ${percent(first)} ${percent(any)}`)
    }
    for (const { kind, any } of shares) {
      if (kind === 'good') expect(any).toBeGreaterThanOrEqual(0.95)
      else if (!kind.startsWith('good')) expect(any, kind).toBeLessThanOrEqual(0.05)
    }
  })
})

afterAll(() => {
  const head = `${'rater'.padEnd(25)} criteria experts anchors    first   either`
  process.stdout.write(`\nPass calibration, share of raters\n\n${head}\n${lines.join('\n')}\n`)
})
