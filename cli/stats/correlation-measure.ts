import { correlationTest } from '@/lib/stats/inference/correlation/correlation-test'
import { kendallTauB } from '@/lib/stats/inference/correlation/kendall-tau-b'
import { pearson } from '@/lib/stats/inference/correlation/pearson'
import { spearman } from '@/lib/stats/inference/correlation/spearman'
import { readNumeric } from './agreement-readers'
import { answerOf, seeDetails } from './answer'
import type { Measure } from './measure'
import type { Query } from './query'
import { fileOf } from './ratings-input'
import { readColumns } from './read-columns'

type Column = Float64Array | readonly number[]

/** Pearson, Spearman and Kendall: of two columns (`--a`, `--b`), or of every pair of raters over their common items. */
export const correlationMeasure: Measure = (query) =>
  query.has('a') || query.has('b') ? ofColumns(query) : ofRaters(query)

async function ofColumns(query: Query) {
  const [a, b] = [query.column('a'), query.column('b')]
  const { numbers, row } = await readColumns(fileOf(query), {
    names: {},
    numbers: { a, b },
    words: {},
    where: query.where,
    missing: [a, b],
  })
  const found = correlations(numbers['a'] ?? [], numbers['b'] ?? [])
  const n = { items: row.length, raters: 0, ratings: 2 * row.length }
  return answerOf('correlation', n, { ...found.figure, details: found.details })
}

/** Of two raters their Pearson correlation; of more every pair. */
async function ofRaters(query: Query) {
  const { ratings, raters, n } = await readNumeric(query)
  if (n.ratings === 0) return answerOf('correlation', n, { value: null, reason: 'no-ratings' })
  if (n.raters < 2) return answerOf('correlation', n, { value: null, reason: 'too-few-raters' })
  const scores = raters.map(() => new Float64Array(n.items).fill(Number.NaN))
  ratings.value.forEach((value, at) => {
    const own = scores[ratings.rater[at] ?? 0]
    if (own) own[ratings.item[at] ?? 0] = value
  })
  const pairs = raters.flatMap((a, first) =>
    raters
      .slice(first + 1)
      .map((b, after) => ({ a, b, ...common(scores[first], scores[first + 1 + after]) })),
  )
  const details = { pairs: pairs.map(({ a, b, found }) => ({ a, b, ...found.details })) }
  const only = pairs.length === 1 ? pairs[0] : undefined
  return answerOf('correlation', n, only ? { ...only.found.figure, details } : seeDetails(details))
}

function common(one: Column = [], other: Column = []) {
  const both = Array.from(one, (value, item) => [value, other[item] ?? Number.NaN] as const)
  const rated = both.filter((pair) => !pair.some(Number.isNaN))
  return {
    found: correlations(
      rated.map(([a]) => a),
      rated.map(([, b]) => b),
    ),
  }
}

function correlations(a: Column, b: Column) {
  const n = a.length
  const [product, rank, tau] = [pearson(a, b), spearman(a, b), kendallTauB(a, b)]
  const p = (figure: typeof product) => (figure.value === null ? null : correlationTest(figure.value, n).p)
  const details = {
    n,
    pearson: product.value,
    spearman: rank.value,
    kendallTauB: tau.value,
    pearsonP: p(product),
    spearmanP: p(rank),
  }
  return { figure: product, details }
}
