import { expect, test } from 'vitest'
import { mean } from '@/lib/stats/descriptive/mean'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { leaveOneOut } from '@/lib/stats/rater-models/leave-one-out'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { normalDraw } from '@/lib/stats/random/draws'
import { comparisonOf, comparisonParts } from './comparison'
import { correlationOf } from './correlation'
import { noMoments, varianceAlong, withoutTask, withTask, type Moments } from './moments'
import { inconsistencyOf, severityOf } from './standing'

const scales = { quality: { min: 1, max: 5, step: 1 } }
const looking = { risk: 0.05 }

/** Rows of scores by rater. */
function table(
  items: number,
  people: readonly (readonly [noise: number, severity: number])[],
  seed = 3,
): number[][] {
  const random = seededRandom(seed)
  return Array.from({ length: items }, () => {
    const quality = 3 + normalDraw(random)
    return people.map(([noise, severity]) => quality + severity + noise * normalDraw(random))
  })
}

function comparedOf(rows: readonly number[][], rater: number): Moments {
  return rows.reduce((before, row) => {
    const others = row.filter((_, other) => other !== rater)
    const parts = comparisonOf(
      [{ criterion: 'quality', position: 0, score: row[rater] ?? 0, others }],
      scales,
    )
    return parts === null ? before : withTask(before, parts)
  }, noMoments(comparisonParts.length))
}

test('severity and agreement are those of the leave-one-out table of the statistics', () => {
  const rows = table(60, [
    [0.5, 0.4],
    [0.8, 0],
    [0.6, -0.3],
    [1, 0],
  ])
  const stated = leaveOneOut({
    items: 60,
    raters: 4,
    item: Int32Array.from({ length: 240 }, (_, row) => Math.floor(row / 4)),
    rater: Int32Array.from({ length: 240 }, (_, row) => row % 4),
    value: Float64Array.from(rows.flat()),
  })
  stated.forEach(({ bias, pearson }, rater) => {
    const compared = comparedOf(rows, rater)
    expect(severityOf(compared, looking).value).toBeCloseTo(bias.value ?? NaN, 9)
    expect(correlationOf(compared, looking).value).toBeCloseTo(pearson.value ?? NaN, 9)
  })
})

test('inconsistency is the rater’s own noise, whatever the others’ is, with one other or with many', () => {
  const three = comparedOf(
    table(4000, [
      [0.5, 0.6],
      [1.2, 0],
      [1.2, 0],
    ]),
    0,
  )
  expect(inconsistencyOf(three, looking).value).toBeCloseTo(0.5, 1)
  expect(
    inconsistencyOf(
      comparedOf(
        table(4000, [
          [0.5, 0],
          [1.2, 0],
          [1.2, 0],
        ]),
        1,
      ),
      looking,
    ).value,
  ).toBeCloseTo(1.2, 1)
  const two = comparedOf(
    table(4000, [
      [0.7, 0],
      [0.7, 1],
    ]),
    0,
  )
  expect(inconsistencyOf(two, looking).value).toBeCloseTo(0.7, 1)
  expect(severityOf(two, looking).value).toBeCloseTo(-1, 1)
})

test('where the others are always the same and differ in severity, inconsistency comes out too low', () => {
  const figure = inconsistencyOf(
    comparedOf(
      table(4000, [
        [1, 0],
        [1, 0.5],
        [1, -0.5],
      ]),
      0,
    ),
    looking,
  )
  // The others' variance holds half of their squared difference; over two of them a quarter is taken off.
  expect(figure.value).toBeCloseTo(Math.sqrt(1 - 0.25), 1)
})

test('a task put in and taken out again leaves all as it was', () => {
  const before = withTask(withTask(noMoments(2), [1, 2]), [3, -1])
  expect(withoutTask(withTask(before, [5, 7]), [5, 7])).toEqual(before)
  // Of 1·1 + 2·2 = 5 and 3·1 − 1·2 = 1.
  expect(varianceAlong(before, [1, 2])).toBeCloseTo(8, 9)
})

test.each([
  ['severity', severityOf, 0.5],
  ['inconsistency', inconsistencyOf, 0.8],
  ['agreement', correlationOf, null],
] as const)('the delta method’s error of %s is that of repeated studies', (_, figure, truth) => {
  const readings = Array.from({ length: 300 }, (_, study) =>
    figure(
      comparedOf(
        table(
          100,
          [
            [0.8, 0.5],
            [0.6, 0],
            [0.6, 0],
          ],
          study,
        ),
        0,
      ),
      looking,
    ),
  )
  const values = readings.map(({ value }) => value ?? NaN)
  const half = mean(readings.map(({ interval }) => ((interval?.high ?? NaN) - (interval?.low ?? NaN)) / 2))
  if (truth !== null) expect(Math.abs(mean(values) - truth)).toBeLessThan(0.03)
  // At n = 100 and 95 % a half-width for continuous looking is 3.0 standard errors.
  expect(half / standardDeviation(values)).toBeGreaterThan(2.6)
  expect(half / standardDeviation(values)).toBeLessThan(3.4)
})

test('a correlation of what does not vary does not exist', () => {
  const flat = Array.from({ length: 30 }).reduce<Moments>(
    (before) => withTask(before, [1, 2, 1, 2, 1, 4]),
    noMoments(6),
  )
  expect(correlationOf(flat, looking)).toEqual({ value: null, n: 30, interval: null })
})
