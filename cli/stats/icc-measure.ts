import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { iccFromComponents, prepareIccFromComponents } from '@/lib/stats/agreement/icc/icc-from-components'
import { ICC_FORMS } from '@/lib/stats/agreement/icc/icc-forms'
import {
  intraclassCorrelation,
  prepareIntraclassCorrelation,
} from '@/lib/stats/agreement/icc/intraclass-correlation'
import type { Ratings } from '@/lib/stats/ratings'
import { readNumeric, resampled } from './agreement-readers'
import { answerOf } from './answer'
import type { Measure } from './measure'

/**
 * Intraclass correlations; the value is ICC(2,1). Where each rater has rated each item, by analysis of variance with
 * intervals from the F distribution; where ratings are missing, from variance components over all of them.
 */
export const icc: Measure = async (query) => {
  const { ratings, n } = await readNumeric(query)
  const isComplete = n.ratings === n.items * n.raters
  const table = agreementTable(ratings, { keepRaters: true })
  const { value, details } = isComplete ? byAnova(ratings) : byComponents(ratings)
  const coefficient = isComplete
    ? prepareIntraclassCorrelation(table, 'icc2')
    : prepareIccFromComponents(table, 'icc2')
  return answerOf('icc', n, { ...value, ...resampled(query, table, coefficient), details })
}

function byAnova(ratings: Ratings) {
  const found = intraclassCorrelation(ratings)
  const { components } = iccFromComponents(ratings)
  const values = ICC_FORMS.map((form) => [form, found[form].value])
  const forms = ICC_FORMS.map((form) => [form, found[form]])
  const details = {
    ...Object.fromEntries(values),
    forms: Object.fromEntries(forms),
    components,
    complete: true,
  }
  const { icc2 } = found
  return { value: icc2.value === null ? icc2 : interval(icc2), details }
}

const interval = ({ value, low, high }: { value: number; low: number; high: number }) =>
  ({ value, low, high, reason: null }) as const

function byComponents(ratings: Ratings) {
  const { components, ratingsPerItem, ...forms } = iccFromComponents(ratings)
  const values = Object.entries(forms).map(([form, { value }]) => [form, value])
  const details = {
    icc1: null,
    icc1k: null,
    ...Object.fromEntries(values),
    components,
    ratingsPerItem,
    complete: false,
  }
  return { value: forms.icc2, details }
}
