import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable } from './agreement-table'
import { distinctValues } from './distinct-values'
import { ratingsFromTable } from './ratings-from-table'
import { requireRatings } from './require-ratings'

const cell = fc.oneof(fc.constant(null), fc.constantFrom(0, 0.5, 1, -2))
const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 40 })

test('a table holds every item that was rated, in a row of its values', () => {
  fc.assert(
    fc.property(tables, fc.boolean(), (rows, keepRaters) => {
      const table = agreementTable(ratingsFromTable(rows), { keepRaters })
      const rated = rows.filter((row) => row.some((value) => value !== null))
      const rowText = (row: number) => {
        const span = [table.start[row], table.start[row + 1]] as const
        const values = Array.from(table.category.subarray(...span), (place) => table.values[place] ?? NaN)
        return JSON.stringify(keepRaters ? [values, [...(table.rater?.subarray(...span) ?? [])]] : values)
      }
      const expected = rated.map((row) => {
        const values = row.filter((value) => value !== null)
        const raters = row.flatMap((value, rater) => (value === null ? [] : [rater]))
        return JSON.stringify(keepRaters ? [values, raters] : values.sort((a, b) => a - b))
      })
      expect(Array.from(table.rowOf, rowText)).toEqual(expected)
      expect(table.items).toBe(rated.length)
      expect(table.times.length).toBe(new Set(expected).size)
      table.times.forEach((count, row) =>
        expect(count).toBe(expected.filter((text) => text === rowText(row)).length),
      )
    }),
  )
})

test('distinct values come in order, each entry knows its place, 0 and −0 are one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 3000 }),
      (column) => {
        const { values, category } = distinctValues(Float64Array.from(column))
        expect([...values]).toEqual([...new Set(column.map((x) => x + 0))].sort((a, b) => a - b))
        column.forEach((value, i) => expect((values[category[i] ?? -1] ?? NaN) === value).toBe(true))
      },
    ),
    { numRuns: 30 },
  )
  expect([...distinctValues(Float64Array.from([0, -0, 0])).values]).toEqual([0])
})

const ratings = (rows: [item: number, rater: number, value: number][]): Ratings => ({
  items: 3,
  raters: 2,
  item: Int32Array.from(rows, (row) => row[0]),
  rater: Int32Array.from(rows, (row) => row[1]),
  value: Float64Array.from(rows, (row) => row[2]),
})

test('what is no table of ratings is refused with its item and rater', () => {
  const refuse = (rows: [number, number, number][]) => expect(() => requireRatings(ratings(rows)))
  refuse([
    [0, 1, 5],
    [0, 1, 5],
  ]).toThrow('item 0 was rated twice by rater 1')
  refuse([
    [0, 1, 5],
    [2, 0, 1],
    [0, 0, 2],
    [2, 0, 3],
  ]).toThrow('item 2 was rated twice by rater 0')
  refuse([[3, 1, 5]]).toThrow('item 3 is not one of 3')
  refuse([[1, 2, 5]]).toThrow('rater 2 is not one of 2')
  refuse([[1, 1, Infinity]]).toThrow('item 1, rater 1: Infinity is not a finite number')
  refuse([
    [0, 0, 1],
    [1, 0, 1],
    [0, 1, 2],
  ]).not.toThrow()
  expect(() => requireRatings({ ...ratings([]), value: new Float64Array(1) })).toThrow(RangeError)
  expect(() => ratingsFromTable([[1], [1, 2]])).toThrow(RangeError)
})
