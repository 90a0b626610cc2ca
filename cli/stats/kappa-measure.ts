import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { cohenKappaPairs, prepareCohenKappa } from '@/lib/stats/agreement/cohen-kappa'
import { readNominal, readNumeric, resampled } from './agreement-readers'
import { answerOf } from './answer'
import type { Measure } from './measure'

/** Cohen's κ of two raters with its interval by formula; of more, the mean over all pairs of raters. */
export const kappa: Measure = async (query) => {
  const weights = query.word('weights', 'none')
  const { ratings, raters, n } = weights === 'none' ? await readNominal(query) : await readNumeric(query)
  const { pairs, mean } = cohenKappaPairs(ratings, { weights })
  const named = pairs.map(({ a, b, ...pair }) => ({ a: raters[a], b: raters[b], ...pair }))
  const only = pairs.length === 1 && pairs[0]?.value !== null ? pairs[0] : undefined
  const byFormula = only && only.value !== null ? { low: only.low, high: only.high } : {}
  const table = agreementTable(ratings, { keepRaters: true })
  const interval = { ...byFormula, ...resampled(query, table, prepareCohenKappa(table, weights)) }
  return answerOf('kappa', n, { ...mean, ...interval, details: { weights, pairs: named } })
}
