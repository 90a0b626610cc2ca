import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'
import { csvLine, defused, undefused } from './csv'
import { firstDifferenceBetween } from './differences'
import { refuseClosedGates, waiversFrom } from './gates'
import { readRatings, ratingsHeader } from './ratings-file'
import { releaseNumber } from './release-number'

test('formulas are defused, and undoing it gives back what was written', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', "'=x"]) {
    expect(defused(text).startsWith("'")).toBe(true)
    expect(undefused(defused(text))).toBe(text)
  }
  expect([defused('a=b'), defused("it's"), defused("'quoted'")]).toEqual(['a=b', "it's", "'quoted'"])
  const trouble = fc.string({ unit: fc.constantFrom("'", '=', '＝', '-', 'a', '\n', ',', '"', ' ') })
  fc.assert(
    fc.property(trouble, (text) => {
      expect(undefused(defused(text))).toBe(text)
    }),
  )
})

test('a CSV line is read back cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 6 }), (cells) => {
      const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][]
      expect(read?.map(undefused)).toEqual(cells)
    }),
  )
  expect(csvLine([null, 1.5, true, -2])).toBe(',1.5,true,-2\n')
})

test('canonical JSON has one spelling, whatever the order of keys', () => {
  expect(canonicalJson({ b: [1, null], a: { d: 'é', c: 1e21 } })).toBe(
    '{"a":{"c":1e+21,"d":"é"},"b":[1,null]}',
  )
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError)
  expect(() => canonicalJson([undefined])).toThrow(RangeError)
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the first difference is found by its path; the last bits of a number are none', () => {
  expect(firstDifferenceBetween({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'x')).toEqual({
    path: 'x/a/1/b',
    stated: 2,
    computed: 3,
  })
  expect(firstDifferenceBetween({ a: 0.1 + 0.2 }, { a: 0.3 }, 'x')).toBeNull()
  expect(firstDifferenceBetween({ a: 1 }, { a: null }, 'x')).toMatchObject({ path: 'x/a' })
  expect(firstDifferenceBetween({ a: 1, extra: 2 }, { a: 1 }, 'x')).toMatchObject({
    path: 'x/extra',
    computed: null,
  })
})

test('a ratings file that is wrong is refused with its row and field', () => {
  const row = '1,1,1,live,p,m,A,1,r,c,four,true,,4,1,2,2026-01-01T00:00:00.000Z,\n'
  expect(() => readRatings(ratingsHeader + row, 'ratings.csv')).toThrow(/ratings.csv, row 2, score/)
  expect(() => readRatings(ratingsHeader + row.replace('four', ''), 'ratings.csv')).toThrow(
    /a score, where it counts/,
  )
  expect(readRatings(ratingsHeader + row.replace('four', '4'), 'ratings.csv')[0]).toMatchObject({
    score: 4,
    counts: true,
    reason: null,
  })
  expect(() => readRatings('a,b\n1\n', 'ratings.csv')).toThrow(/expected CSV/)
})

test('a gate that is not passed blocks unless it is waived with a reason', () => {
  const gate = { id: 'coverage', value: 0.5, threshold: 1, passed: false, waived: null } as const
  expect(() => refuseClosedGates([gate])).toThrow('coverage')
  expect(() => refuseClosedGates([{ ...gate, waived: { by: 'admin', reason: 'pilot' } }])).not.toThrow()
  expect(waiversFrom({ coverage: ' pilot ' }, 'admin')).toEqual({
    coverage: { by: 'admin', reason: 'pilot' },
  })
  expect(() => waiversFrom({ coverage: ' ' }, 'admin')).toThrow('reason')
  expect(() => waiversFrom({ agreement: 'x' }, 'admin')).toThrow('no gate')
})

test('a release number is a plain whole number', () => {
  expect(releaseNumber('12')).toBe(12)
  for (const text of ['0', '-1', '1e3', '', undefined, '1.0', '99999999999'])
    expect(() => releaseNumber(text)).toThrow()
})
