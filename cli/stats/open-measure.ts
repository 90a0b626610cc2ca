import { UsageError } from '@/cli/command'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import type { WinRecord } from '@/lib/stats/comparisons/comparisons'
import { openOrders } from '@/lib/stats/comparisons/open-orders'
import { openScore } from '@/lib/stats/comparisons/open-score'
import { recordAgainst, winRecords } from '@/lib/stats/comparisons/win-rates'
import { answerOf, seeDetails } from './answer'
import { readComparisons } from './comparisons-input'
import type { Measure } from './measure'

/** OPEN of each model against `--baseline`, or against all others; with where its readings order models differently. */
export const open: Measure = async (query) => {
  const { comparisons, models, n } = await readComparisons(query)
  const { baseline } = query
  if (n.ratings === 0) return answerOf('open', n, { value: null, reason: 'no-ratings' })
  const against = baseline === undefined ? null : models.indexOf(baseline)
  if (against === -1) throw new UsageError(`--baseline is one of ${models.join(', ')}, not "${baseline}"`)
  const counts = comparisonCounts(comparisons)
  const records =
    against === null ? winRecords(counts) : models.map((_, m) => recordAgainst(counts, m, against))
  const rows = models.flatMap((name, model) => {
    const record = records[model]
    return record && model !== against ? [[name, readings(record)]] : []
  })
  const orders = openOrders(records.map((record, model) => (model === against ? nothing : record)))
  const warnings = orders.map(({ first, second }) => ({
    aheadByOpen: models[first],
    aheadByNet: models[second],
  }))
  return answerOf('open', n, seeDetails({ models: Object.fromEntries(rows), warnings }))
}

function readings(record: WinRecord) {
  const score = openScore(record)
  if (score.reason) return { ...record, n: 0, open: null, net: null, halfTie: null }
  const { n, open, net, halfTie } = score
  return {
    ...record,
    n,
    open: open.value,
    net: net.value,
    halfTie: halfTie.value,
    low: open.low,
    high: open.high,
    halfTieLow: halfTie.low,
    halfTieHigh: halfTie.high,
  }
}

const nothing = { wins: 0, ties: 0, losses: 0 }
