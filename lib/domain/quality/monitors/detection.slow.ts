import { afterAll, describe, expect, test } from 'vitest'
import {
  detected,
  detectionTable,
  falseFlagTable,
  shareFlagged,
  type Detection,
} from './simulation/detection-table'

/** 100 studies per kind: 25 good raters and 5 of the kind, 300 sheets of 4 outputs × 2 criteria each, 3 raters a sheet. */
const sheets = { presentation: 'sheet', tasksEach: 300, ratingsPerTask: 3 } as const
const rows: Detection[] = []

describe('who does not judge is found, and hardly anybody else', () => {
  test.each(['random', 'constant', 'pattern', 'copying'] as const)('%s raters', (kind) => {
    const row = detected(kind, sheets, 100)
    rows.push(row)
    expect(shareFlagged(row.bad)).toBeGreaterThanOrEqual(0.95)
  })

  test('of the good raters beside them, looked at after every task, at most one in a hundred is ever flagged', () => {
    expect(shareFlagged(rows.flatMap(({ good }) => good))).toBeLessThanOrEqual(0.01)
  })
})

afterAll(() => {
  process.stdout.write(`\n${detectionTable(rows)}\n\n${falseFlagTable(rows)}\n`)
})
