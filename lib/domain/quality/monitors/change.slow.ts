import { afterAll, describe, expect, test } from 'vitest'
import {
  detected,
  detectionTable,
  drifted,
  falseFlagTable,
  flaggedBy,
  shareFlagged,
  type Detection,
} from './simulation/detection-table'

const sheets = { presentation: 'sheet', tasksEach: 300, ratingsPerTask: 3 } as const
const rows: Detection[] = []

function watch(kind: Detection['kind'], studies: number): Detection {
  const row = detected(kind, sheets, studies)
  rows.push(row)
  return row
}

describe('who judges and changes, hurries or is severe is found, and hardly anybody else', () => {
  test('a drift of a grade over 60 tasks is found within 60 tasks of its onset, in the median', () => {
    const { bad } = watch('drifting', 100)
    expect(flaggedBy(bad, 'drift')).toBeGreaterThanOrEqual(0.95)
    expect(drifted(bad)).toBeLessThanOrEqual(60)
  })

  test('raters who take less than a fifth of the usual time are found', () => {
    const { bad } = watch('fast', 100)
    expect(shareFlagged(bad)).toBeGreaterThanOrEqual(0.95)
  })

  test('a severity of 1.2 grades is flagged as such, and leads to nothing else', () => {
    const { bad } = watch('severe', 30)
    expect(flaggedBy(bad, 'severity')).toBeGreaterThanOrEqual(0.9)
    expect(bad.flatMap(({ flagged }) => Object.keys(flagged)).filter((name) => name !== 'severity')).toEqual(
      [],
    )
  })

  test('beside them, and in panels of good raters only, at most one good rater in a hundred is ever flagged', () => {
    watch('good', 30)
    expect(shareFlagged(rows.flatMap(({ good }) => good))).toBeLessThanOrEqual(0.01)
  })
})

afterAll(() => {
  const delay = rows.flatMap(({ kind, bad }) => (kind === 'drifting' ? [drifted(bad)] : []))
  process.stdout.write(`\n${detectionTable(rows)}\n\n${falseFlagTable(rows)}\n`)
  process.stdout.write(`\ndrift found after ${delay.join()} tasks from its onset (median)\n`)
})
