import { groupMeans } from '@/lib/stats/descriptive/group-means'
import type { Size } from './answer'
import type { Query } from './query'
import { fileOf } from './ratings-input'
import { readColumns } from './read-columns'

export type Groups = {
  names: string[]
  n: Size
  /** Per group, its raw values. */
  values: number[][]
  /** Per group, the mean of its values for each item; NaN where it has none. */
  itemMeans: Float64Array[]
}

/** Values of groups, say of models, over the same items. */
export async function readGroups(query: Query): Promise<Groups> {
  const file = fileOf(query)
  const value = query.column('value')
  const { names, numbers, row } = await readColumns(file, {
    names: {
      item: query.item,
      group: [query.column('group')],
      rater: [query.column('rater')],
    },
    optional: query.unsaid('rater'),
    numbers: { value },
    words: {},
    where: query.where,
    missing: [value],
  })
  const none = { names: [], place: new Int32Array() }
  const { item = none, group = none, rater = none } = names
  const n = { items: item.names.length, raters: rater.names.length, ratings: row.length }
  const score = numbers['value'] ?? new Float64Array()
  const values: number[][] = group.names.map(() => [])
  score.forEach((number, at) => values[group.place[at] ?? 0]?.push(number))
  return { names: group.names, n, values, itemMeans: itemMeans(score, { group, item }) }
}

type Places = Record<'group' | 'item', { names: string[]; place: Int32Array }>

/** Sums are compensated, so that items with the same values tie whatever the order of their rows. */
function itemMeans(score: Float64Array, { group, item }: Places): Float64Array[] {
  const items = item.names.length
  const cell = group.place.map((of, at) => of * items + (item.place[at] ?? 0))
  const { mean } = groupMeans(cell, score, group.names.length * items)
  return group.names.map((_, of) => mean.subarray(of * items, (of + 1) * items))
}
