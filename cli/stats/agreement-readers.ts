import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import type { Interval } from '@/lib/stats/figure'
import { itemBootstrap, type Coefficient } from '@/lib/stats/intervals/item-bootstrap'
import type { Query } from './query'
import { asRatings, readLabels, readRatings, refuseRepeats } from './ratings-input'

/** Ratings whose values are categories without order: any text. */
export async function readNominal(query: Query) {
  const named = await readLabels(query)
  refuseRepeats(query, named)
  return { ...named, ratings: asRatings(named) }
}

/** Ratings whose values are numbers. */
export async function readNumeric(query: Query) {
  const named = await readRatings(query)
  refuseRepeats(query, named)
  return named
}

/** The bootstrap interval over items, where resamples are asked for. */
export function resampled(query: Query, table: AgreementTable, coefficient: Coefficient): Partial<Interval> {
  const { resamples, seed } = query
  if (resamples === null) return {}
  const method = query.word('interval', 'percentile')
  return itemBootstrap(coefficient, table, { resamples, seed, method }) ?? {}
}
