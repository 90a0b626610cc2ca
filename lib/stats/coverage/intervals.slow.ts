import { afterAll, describe, expect, test } from 'vitest'
import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { itemBootstrap } from '@/lib/stats/intervals/item-bootstrap'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { bootstrapLimits } from './agreement-studies'
import { completeBattery, pairBattery } from './batteries'
import { simulateCoverage, type CoverageRow } from './claims'
import { edges } from './edges'
import { asRatings, drawItems, ratedPopulation } from './population'
import { coverageReport } from './report'
import { panel, promised, type Setting } from './settings'

const rows: Record<'promised' | 'edges', CoverageRow[]> = { promised: [], edges: [] }

function simulated({ table, setting, studies, prepare }: Setting): CoverageRow[] {
  process.stderr.write(`· ${table}, ${setting}\n`)
  return simulateCoverage({ table, setting, studies, seed: 95, study: prepare() })
}

/** 93 to 97 %; Clopper and Pearson promise at least 95. */
function keepsPromise({ method, covered, none }: CoverageRow): boolean {
  if (none > 0) return false
  return method === 'Clopper–Pearson' ? covered >= 0.95 : covered >= 0.93 && covered <= 0.97
}

const isKnown = ({ known = [] }: Setting, { figure, method }: CoverageRow) =>
  known.includes(method) || known.includes(`${figure}, ${method}`)

test.each([pairBattery, completeBattery])(
  'the figures of battery %# are bootstrapped as one is',
  (battery) => {
    const items = drawItems(ratedPopulation(panel), 50, seededRandom(1))
    const table = agreementTable(asRatings(items), { keepRaters: true })
    const options = { resamples: 200, seed: 7 }
    const limits = bootstrapLimits(table, battery, options)
    const figures = battery.prepare(table)
    battery.names.forEach((_, k) => {
      const coefficient = (times: ArrayLike<number>) => ({ value: figures(times)[k] ?? NaN, reason: null })
      for (const method of ['percentile', 'bca'] as const) {
        const interval = itemBootstrap(coefficient, table, { ...options, method })
        expect([interval?.low, interval?.high]).toEqual(limits[k]?.[method])
      }
    })
  },
)

describe('a 95 % interval holds the truth of 93 to 97 % of studies; that of Clopper and Pearson of at least 95', () => {
  test.each(promised)('$table, $setting', (setting) => {
    const measured = simulated(setting)
    rows.promised.push(...measured)
    expect(measured.filter((row) => !keepsPromise(row) && !isKnown(setting, row))).toEqual([])
  })
})

describe('where data are few or at an edge, coverage is measured', () => {
  test.each(edges)('$table, $setting', (setting) => {
    const measured = simulated(setting)
    rows.edges.push(...measured)
    expect(measured.every(({ claims }) => claims >= setting.studies)).toBe(true)
  })
})

afterAll(() => {
  const [kept, measured] = [coverageReport(rows.promised), coverageReport(rows.edges)]
  process.stdout.write(`\nCoverage in percent\n\n${kept}\nAt the edges\n\n${measured}\n`)
})
