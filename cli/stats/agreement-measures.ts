import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { prepareFleissKappa } from '@/lib/stats/agreement/fleiss-kappa'
import { prepareGwetAC } from '@/lib/stats/agreement/gwet-ac'
import { kendallW, prepareKendallW } from '@/lib/stats/agreement/kendall-w'
import { prepareKrippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { preparePercentAgreement } from '@/lib/stats/agreement/percent-agreement'
import { prepareRandolphKappa } from '@/lib/stats/agreement/randolph-kappa'
import type { Coefficient } from '@/lib/stats/intervals/item-bootstrap'
import type { Ratings } from '@/lib/stats/ratings'
import { readNominal, readNumeric, resampled } from './agreement-readers'
import { answerOf, type Size } from './answer'
import { icc } from './icc-measure'
import { kappa } from './kappa-measure'
import type { Measure } from './measure'
import type { Query } from './query'

type Plan = {
  query: Query
  measure: string
  named: { n: Size; ratings: Ratings }
  prepare: (table: AgreementTable) => Coefficient
  details?: Record<string, unknown>
}

function coefficientAnswer({ query, measure, named, prepare, details = {} }: Plan) {
  const table = agreementTable(named.ratings, { keepRaters: false })
  const coefficient = prepare(table)
  const figure = coefficient(table.times)
  return answerOf(measure, named.n, { ...figure, ...resampled(query, table, coefficient), details })
}

const nominal =
  (measure: string, prepare: Plan['prepare']): Measure =>
  async (query) =>
    coefficientAnswer({ query, measure, prepare, named: await readNominal(query) })

const alpha: Measure = async (query) => {
  const level = query.word('level', 'interval')
  const named = level === 'nominal' ? await readNominal(query) : await readNumeric(query)
  const prepare = (table: AgreementTable) => prepareKrippendorffAlpha(table, level)
  return coefficientAnswer({ query, measure: 'alpha', prepare, named, details: { level } })
}

const ac2: Measure = async (query) => {
  const weights = query.word('weights', 'quadratic')
  const named = await readNumeric(query)
  const prepare = (table: AgreementTable) => prepareGwetAC(table, { weights })
  return coefficientAnswer({ query, measure: 'ac2', prepare, named, details: { weights } })
}

const concordance: Measure = async (query) => {
  const { ratings, n } = await readNumeric(query)
  const found = kendallW(ratings)
  if (found.value === null) return answerOf('kendall-w', n, found)
  const table = agreementTable(ratings, { keepRaters: true })
  const { value, reason, ...details } = found
  const interval = resampled(query, table, prepareKendallW(table))
  return answerOf('kendall-w', n, { value, reason, ...interval, details })
}

export const agreementMeasures: Record<string, Measure> = {
  percent: nominal('percent', preparePercentAgreement),
  alpha,
  icc,
  kappa,
  fleiss: nominal('fleiss', prepareFleissKappa),
  randolph: nominal('randolph', (table) => prepareRandolphKappa(table)),
  ac1: nominal('ac1', (table) => prepareGwetAC(table, { weights: 'none' })),
  ac2,
  'kendall-w': concordance,
}
