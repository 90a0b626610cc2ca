import { afterAll, describe, expect, test } from 'vitest'
import { operatingCharacteristic } from '@/lib/stats/planning/acceptance-plan'
import { binomialDraw } from '@/lib/stats/random/binomial-draw'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { alignedTable } from './aligned-table'
import type { DifferenceTally } from './difference-tally'
import { honestOutlook } from './honest-outlook'
import { inspectionLevels, lotPlan, type InspectionLevel } from './lot-plan'
import { passedShare, type ErrorPattern } from './simulated-lots'
import { firstScheme, schemeAfter } from './switching'
import { isoSwitchingRules } from './switching-rules'
import { spotCheckTerms } from './terms'

const LOTS = 2000
const defaults = spotCheckTerms.parse({})
const tables: string[] = []
const percent = (share: number) => (100 * share).toFixed(2)

const plans = [0.1, 0.05, 0.02].flatMap((max_error) =>
  [0, 1, 2].flatMap((accept) =>
    [60, 200, 500].flatMap((lotSize) =>
      inspectionLevels
        // 100 % leaves nothing to chance: one lot of each limit shows it.
        .filter((level) => level !== 'full' || (accept === 2 && lotSize === 60))
        .map((level) => lotPlan({ terms: { max_error, accept, confidence: 0.95 }, level, lotSize })),
    ),
  ),
)

describe('lots at the limit and at half of it', () => {
  const rows = [
    [
      'limit',
      'level',
      'lot',
      'sample',
      'c',
      'OC at limit',
      'simulated',
      '99.9 %',
      'OC at half',
      'simulated',
      '99.9 %',
    ],
  ]
  test.each(plans)('$maxError $level, $sample of $lotSize, c = $accept', (plan) => {
    const atLimit = Math.ceil(plan.maxError * plan.lotSize * (1 - 1e-12))
    const cells = (plan.level === 'normal' ? [atLimit, Math.floor(atLimit / 2)] : [atLimit]).map(
      (errors, which) => {
        const [exact = 0] = operatingCharacteristic(plan, [errors / plan.lotSize])
        const measured = passedShare(plan, { count: LOTS, errors, pattern: 'anywhere', seed: 40 + which })
        return { exact, measured }
      },
    )
    rows.push([
      `${100 * plan.maxError} %`,
      plan.inspectAll ? `${plan.level} (all)` : plan.level,
      ...[plan.lotSize, plan.sample, plan.accept].map(String),
      ...cells.flatMap(({ exact, measured: { share, low, high } }) => [
        percent(exact),
        percent(share),
        `${percent(low)} – ${percent(high)}`,
      ]),
    ])
    expect(plan.limitRisk).toBeLessThanOrEqual(0.05 * (1 + 1e-12))
    expect(cells[0]?.exact).toBeCloseTo(plan.limitRisk, 12)
    for (const { exact, measured } of cells) {
      expect(exact).toBeGreaterThanOrEqual(measured.low)
      expect(exact).toBeLessThanOrEqual(measured.high + 1e-12)
    }
  })
  afterAll(() => {
    tables.push(
      `Lots that pass, percent of ${LOTS}, beside the exact operating characteristic\n\n${alignedTable(rows)}`,
    )
  })
})

describe('errors that gather somewhere are found at least as surely', () => {
  const rows = [['errors', 'lot', 'sample', 'OC at limit', 'simulated', '99.9 %']]
  const patterns: ErrorPattern[] = ['anywhere', 'lowest scores', 'first ratings']
  test.each(patterns)('%s', (pattern) => {
    for (const lotSize of [100, 200, 500]) {
      const plan = lotPlan({ terms: defaults, level: 'normal', lotSize })
      const { share, low, high } = passedShare(plan, {
        count: LOTS,
        errors: plan.maxError * lotSize,
        pattern,
        seed: 47,
      })
      rows.push([
        pattern,
        String(lotSize),
        String(plan.sample),
        percent(plan.limitRisk),
        percent(share),
        `${percent(low)} – ${percent(high)}`,
      ])
      // The stratified sample may only be the surer one.
      expect(low).toBeLessThanOrEqual(plan.limitRisk)
    }
  })
  afterAll(() => {
    tables.push(
      `Default plan, lots at the limit, errors in different places (percent)\n\n${alignedTable(rows)}`,
    )
  })
})

/** Pairs by levels apart. Netflix public data set, 26 viewers; ImagenHub text-to-image, three raters, the worse of two criteria. */
const panels: Record<string, DifferenceTally> = {
  'viewers of videos, 1–5': { pairs: [12331, 10291, 2656, 362, 35], outputs: 79 },
  'raters of images, 3 levels': { pairs: [2067, 2003, 67], outputs: 1379 },
}

test('what the panel’s honest disagreement does to the default plan', () => {
  const rows = [
    ['panel', 'error beyond', 'pairs beyond', 'level', 'sample', 'c', 'honest lots pass', 'too strict'],
  ]
  for (const [name, tally] of Object.entries(panels))
    for (const errorTolerance of [0, 1, 2])
      for (const level of ['normal', 'tightened'] as const) {
        const plan = lotPlan({ terms: defaults, level, lotSize: 200 })
        const { difference, passes, tooStrict } = honestOutlook(plan, tally, { errorTolerance })
        rows.push([
          name,
          `${errorTolerance} steps`,
          `${percent(difference.rate ?? 0)} %`,
          level,
          String(plan.sample),
          String(plan.accept),
          `${percent(passes ?? 0)} %`,
          tooStrict ? 'yes' : 'no',
        ])
      }
  const atDefault = rows.find((row) => row[0] === 'viewers of videos, 1–5' && row[1] === '2 steps')
  expect(atDefault?.at(-1)).toBe('no')
  tables.push(`Honest raters and the default plan, lots of 200\n\n${alignedTable(rows)}`)
})

test('switching follows how good a rater is', () => {
  const rows = [['rules', 'errors', 'lots passed', 'normal', 'tightened', '100 %', 'units inspected']]
  const shares = new Map<string, number>()
  for (const [name, rules] of [
    ['default', defaults.switching],
    ['ISO 2859-1', isoSwitchingRules],
  ] as const)
    for (const rate of [0.005, 0.0155, 0.05, 0.1, 0.2]) {
      const random = seededRandom(71)
      const spent: Record<InspectionLevel, number> = { normal: 0, tightened: 0, full: 0 }
      let [passed, inspected] = [0, 0]
      for (let rater = 0; rater < 2000; rater += 1) {
        let scheme = firstScheme
        for (let lot = 0; lot < 10; lot += 1) {
          const { level } = scheme
          const plan = lotPlan({ terms: defaults, level, lotSize: 200 })
          const outcome = binomialDraw(plan.sample, rate, random) <= plan.accept ? 'passed' : 'failed'
          spent[level] += 1
          inspected += plan.sample
          if (outcome === 'passed') passed += 1
          scheme = schemeAfter(scheme, { kind: 'lot', outcome, level, byHand: false }, rules)
        }
      }
      shares.set(`${name} ${rate}`, spent.normal / 20_000)
      rows.push([
        name,
        `${percent(rate)} %`,
        percent(passed / 20_000),
        ...inspectionLevels.map((level) => percent(spent[level] / 20_000)),
        percent(inspected / 20_000 / 200),
      ])
    }
  expect(shares.get('default 0.005')).toBeGreaterThan(0.95)
  expect(shares.get('default 0.2')).toBeLessThan(0.15)
  tables.push(`Switching over ten lots of 200, 2,000 raters (percent)\n\n${alignedTable(rows)}`)
})

afterAll(() => {
  process.stdout.write(`\n${tables.join('\n\n')}\n`)
})
