import type { Labels, Ratings } from '@/lib/stats/ratings'

/** Ratings of a small study, one line for each item, one sign for each rater; a point is a missing rating. */
export function ratingsFromLines(lines: readonly string[]): Ratings {
  const cells = lines.flatMap((line, item) =>
    [...line].map((sign, rater) => ({ item, rater, sign })).filter(({ sign }) => sign !== '.'),
  )
  return {
    items: lines.length,
    raters: Math.max(0, ...lines.map((line) => line.length)),
    item: Int32Array.from(cells, ({ item }) => item),
    rater: Int32Array.from(cells, ({ rater }) => rater),
    value: Float64Array.from(cells, ({ sign }) => Number(sign)),
  }
}

/** Labels of a small study in the same form; a sign is a category, counted from 0. */
export function labelsFromLines(lines: readonly string[], categories: number): Labels {
  const { items, raters, item, rater, value } = ratingsFromLines(lines)
  return { items, raters, categories, item, rater, label: Int32Array.from(value) }
}

/** Sixteen items by ten raters of different bias and care, drawn once; the last rater is erratic. */
export const sixteenByTen = [
  '3343442433',
  '2434323323',
  '2234233234',
  '2424332223',
  '4545453454',
  '3445343434',
  '3344343331',
  '1232132133',
  '4444443344',
  '2123132224',
  '2132222122',
  '3445353354',
  '2321121125',
  '5555455455',
  '4555354455',
  '4545543452',
]

/** The anaesthetists' fitness ratings of Dawid & Skene (1979), table 1: observer 1 read each of 45 forms three times. */
export const anaesthetists: Labels = (() => {
  const readings = (
    '1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343 1111111 2223212 1211111 ' +
    '1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111 2322222 1111111 1111111 1121121 ' +
    '1111111 3333233 1111111 2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222'
  ).split(' ')
  const cells = readings.flatMap((line, item) => [...line].map((sign, at) => ({ item, at, sign })))
  return {
    items: readings.length,
    raters: 5,
    categories: 4,
    item: Int32Array.from(cells, ({ item }) => item),
    rater: Int32Array.from(cells, ({ at }) => Math.max(0, at - 2)),
    label: Int32Array.from(cells, ({ sign }) => Number(sign) - 1),
  }
})()
