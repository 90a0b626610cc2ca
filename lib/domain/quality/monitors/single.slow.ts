import { afterAll, expect, test } from 'vitest'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { errorOfScores } from './simulation/corrected-error'
import {
  aligned,
  detected,
  detectionTable,
  falseFlagTable,
  shareFlagged,
  type Detection,
} from './simulation/detection-table'
import { watchedStudy } from './simulation/watched-study'

/** One output a task: a quarter of the scores per task, and no neighbours. */
const singles = { presentation: 'single', tasksEach: 300, ratingsPerTask: 3 } as const
const rows: Detection[] = []
const errors: string[][] = []

test.each(['random', 'constant', 'pattern', 'drifting', 'fast', 'severe'] as const)('%s raters', (kind) => {
  const row = detected(kind, singles, 30)
  rows.push(row)
  // Shown as measured where 300 single outputs are too few for a drift or a severity.
  if (kind !== 'drifting' && kind !== 'severe') expect(shareFlagged(row.bad)).toBeGreaterThanOrEqual(0.9)
  expect(shareFlagged(row.good)).toBeLessThanOrEqual(0.015)
})

test('severity is corrected for: the scores of outputs are nearer to the truth', () => {
  for (const presentation of ['sheet', 'single'] as const) {
    const studies = Array.from({ length: 5 }, (_, study) => {
      const random = seededRandom(411, study)
      const shape = { ...singles, presentation }
      return errorOfScores(watchedStudy({ good: 25, bad: 5, kind: 'severe' }, shape, random).tasks, 30)
    })
    const mean = (pick: (one: { plain: number; corrected: number }) => number) =>
      studies.reduce((sum, one) => sum + pick(one), 0) / studies.length
    const [plain, corrected] = [mean((one) => one.plain), mean((one) => one.corrected)]
    errors.push([presentation, plain.toFixed(3), corrected.toFixed(3)])
    expect(corrected).toBeLessThan(plain)
  }
})

afterAll(() => {
  const table = aligned([['error of scores, 5 of 30 severe', 'plain mean', 'severity taken off'], ...errors])
  process.stdout.write(`\n${detectionTable(rows)}\n\n${falseFlagTable(rows)}\n\n${table}\n`)
})
