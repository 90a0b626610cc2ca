import { ProblemList } from '@/lib/domain/bundle/problem-list'
import { UserError } from '@/lib/domain/user-error'
import type { Labels, Ratings } from '@/lib/stats/ratings'
import { UsageError } from '@/cli/command'
import type { Size } from './answer'
import type { Query } from './query'
import { readColumns, type Columns } from './read-columns'
import { usage } from './query'

type Named = { items: string[]; raters: string[]; n: Size; row: Float64Array }
export type NamedRatings = Named & { ratings: Ratings }
export type NamedLabels = Named & { labels: Labels; categories: string[] }

/** The file that a measure needs. */
export function fileOf({ file, measure }: Query): string {
  if (file === null) throw new UsageError(`${measure} needs a file\n${usage}`)
  return file
}

/** Item, rater and a number of each row; a row without a value is a missing rating. */
export async function readRatings(query: Query): Promise<NamedRatings> {
  const value = query.column('value')
  const columns = await readColumns(fileOf(query), {
    names: { item: query.item, rater: [query.column('rater')] },
    numbers: { value },
    words: {},
    where: query.where,
    missing: [value],
  })
  const { named, ...numbered } = whoRatedWhat(columns)
  return { ...named, ratings: { ...numbered, value: columns.numbers['value'] ?? new Float64Array() } }
}

/** Item, rater and a category of each row: any text is a category, and where all are numbers 1 and 1.0 are the same. */
export async function readLabels(query: Query): Promise<NamedLabels> {
  const value = query.column('value')
  const columns = await readColumns(fileOf(query), {
    names: { item: query.item, rater: [query.column('rater')], value: [value] },
    numbers: {},
    words: {},
    where: query.where,
    missing: [value],
  })
  const { named, ...numbered } = whoRatedWhat(columns)
  const { categories, label } = categoriesOf(columns)
  return { ...named, categories, labels: { ...numbered, categories: categories.length, label } }
}

function categoriesOf({ names }: Columns): { categories: string[]; label: Int32Array } {
  const { names: texts = [], place = new Int32Array() } = names['value'] ?? {}
  if (texts.some((text) => !Number.isFinite(Number(text)))) return { categories: texts, label: place }
  const numbers = texts.map((text) => String(Number(text)))
  const categories = [...new Set(numbers)]
  const placeOf = new Map(categories.map((category, at) => [category, at]))
  const places = numbers.map((number) => placeOf.get(number) ?? 0)
  return { categories, label: place.map((at) => places[at] ?? 0) }
}

/** Labels as ratings whose values are the numbers of their categories: for measures that only ask what is equal. */
export function asRatings({ labels }: NamedLabels): Ratings {
  const { items, raters, item, rater, label } = labels
  return { items, raters, item, rater, value: Float64Array.from(label) }
}

function whoRatedWhat({ names, row }: Columns) {
  const { names: items = [], place: item = new Int32Array() } = names['item'] ?? {}
  const { names: raters = [], place: rater = new Int32Array() } = names['rater'] ?? {}
  const n = { items: items.length, raters: raters.length, ratings: row.length }
  return { named: { items, raters, n, row }, items: items.length, raters: raters.length, item, rater }
}

/**
 * Agreement compares one rating of each rater.
 * @throws UserError `invalid` with the rows in which a rater rated an item again
 */
export function refuseRepeats(query: Query, named: NamedRatings | NamedLabels): void {
  const { item, rater, raters } = 'ratings' in named ? named.ratings : named.labels
  const problems = new ProblemList()
  const first = new Map<number, number>()
  item.forEach((place, at) => {
    const key = place * raters + (rater[at] ?? 0)
    const before = first.get(key)
    if (before === undefined) first.set(key, at)
    else {
      problems.add({
        file: fileOf(query),
        row: named.row[at] ?? null,
        field: query.column('rater'),
        got: named.raters[rater[at] ?? 0] ?? null,
        expected: `one rating of each rater for item ${named.items[place]}; row ${named.row[before]} has the first`,
      })
    }
  })
  if (problems.count === 0) return
  const { listed, count } = problems
  throw new UserError(
    'invalid',
    `${fileOf(query)} has raters who rated an item twice. --item c,c2 names all columns that tell items apart.`,
    {
      problems: listed,
      problemCount: count,
    },
  )
}
