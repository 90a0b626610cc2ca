import { ProblemList } from '@/lib/domain/bundle/problem-list'
import { UserError } from '@/lib/domain/user-error'
import type { Comparisons } from '@/lib/stats/comparisons/comparisons'
import type { Size } from './answer'
import type { Query } from './query'
import { fileOf } from './ratings-input'
import { readColumns, type Columns } from './read-columns'

export type NamedComparisons = { comparisons: Comparisons; models: string[]; n: Size }

const verdicts = ['A', 'B', 'tie', 'both_bad']
/** What a verdict says of the left side; two that are both bad are as good as each other. */
const ofLeft: Record<string, number> = { A: 1, B: -1 }

/**
 * Two models and a verdict of each row. Rows of one prompt hang together; where no column names the prompt each row
 * stands for itself.
 */
export async function readComparisons(query: Query): Promise<NamedComparisons> {
  const file = fileOf(query)
  const [a, b, verdict] = [query.column('a'), query.column('b'), query.column('verdict')]
  const columns = await readColumns(file, {
    names: {
      a: [a],
      b: [b],
      item: query.item,
      rater: [query.column('rater')],
    },
    optional: query.unsaid('item', 'rater'),
    numbers: {},
    words: { verdict: { column: verdict, among: verdicts } },
    where: query.where,
    missing: [verdict],
  })
  return named(query, columns)
}

type NameColumn = Columns['names'][string]

function named(query: Query, { names, row }: Columns): NamedComparisons {
  const none: NameColumn = { names: [], place: new Int32Array() }
  const { a = none, b = none, verdict = none } = names
  const models = [...new Set([...a.names, ...b.names])].toSorted()
  const placeOf = new Map(models.map((name, place) => [name, place]))
  const side = ({ names: own, place }: NameColumn) => {
    const places = own.map((name) => placeOf.get(name) ?? 0)
    return place.map((at) => places[at] ?? 0)
  }
  const [left, right] = [side(a), side(b)]
  refuseItself(query, { left, right, row, models })
  const itself = { names: { length: row.length }, place: Int32Array.from(row, (_, at) => at) }
  const { item = itself, rater = none } = names
  const said = verdict.names.map((word) => ofLeft[word] ?? 0)
  return {
    models,
    n: { items: item.names.length, raters: rater.names.length, ratings: row.length },
    comparisons: {
      models: models.length,
      prompts: item.names.length,
      left,
      right,
      prompt: item.place,
      verdict: Int8Array.from(verdict.place, (at) => said[at] ?? 0),
    },
  }
}

type Sides = { left: Int32Array; right: Int32Array; row: Float64Array; models: string[] }

function refuseItself(query: Query, { left, right, row, models }: Sides): void {
  const problems = new ProblemList()
  left.forEach((model, at) => {
    if (model !== right[at]) return
    const got = models[model] ?? null
    const place = { file: fileOf(query), row: row[at] ?? null, field: query.column('b') }
    problems.add({ ...place, got, expected: `another model than in ${query.column('a')}` })
  })
  if (problems.count === 0) return
  throw new UserError('invalid', `${fileOf(query)} compares a model with itself.`, {
    problems: problems.listed,
    problemCount: problems.count,
  })
}
