import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { cohenKappaPairs, prepareCohenKappa } from './cohen-kappa'
import { fleissKappa, prepareFleissKappa } from './fleiss-kappa'
import { gwetAC1, gwetAC2, prepareGwetAC } from './gwet-ac'
import { iccFromComponents, prepareIccFromComponents } from '@/lib/stats/agreement/icc/icc-from-components'
import {
  intraclassCorrelation,
  prepareIntraclassCorrelation,
} from '@/lib/stats/agreement/icc/intraclass-correlation'
import { kendallW, prepareKendallW } from './kendall-w'
import { krippendorffAlpha, prepareKrippendorffAlpha } from './krippendorff-alpha'
import { percentAgreement, preparePercentAgreement } from './percent-agreement'
import { prepareRandolphKappa, randolphKappa } from './randolph-kappa'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'

type Pair = [
  plain: (ratings: Ratings) => { value: number | null },
  prepare: (table: AgreementTable) => (times: ArrayLike<number>) => Figure,
]
const scale = [1, 2, 3, 4]
const coefficients: Record<string, Pair> = {
  percent: [percentAgreement, preparePercentAgreement],
  nominal: [(r) => krippendorffAlpha(r, 'nominal'), (t) => prepareKrippendorffAlpha(t, 'nominal')],
  ordinal: [(r) => krippendorffAlpha(r, 'ordinal'), (t) => prepareKrippendorffAlpha(t, 'ordinal')],
  interval: [(r) => krippendorffAlpha(r, 'interval'), (t) => prepareKrippendorffAlpha(t, 'interval')],
  ratio: [(r) => krippendorffAlpha(r, 'ratio'), (t) => prepareKrippendorffAlpha(t, 'ratio')],
  fleiss: [fleissKappa, prepareFleissKappa],
  randolph: [(r) => randolphKappa(r, { scale }), (t) => prepareRandolphKappa(t, { scale })],
  ac1: [(r) => gwetAC1(r, { scale }), (t) => prepareGwetAC(t, { weights: 'none', scale })],
  ac2: [(r) => gwetAC2(r, 'linear', { scale }), (t) => prepareGwetAC(t, { weights: 'linear', scale })],
  cohen: [(r) => cohenKappaPairs(r).mean, prepareCohenKappa],
  icc1: [(r) => intraclassCorrelation(r).icc1, (t) => prepareIntraclassCorrelation(t, 'icc1')],
  icc2: [(r) => intraclassCorrelation(r).icc2, (t) => prepareIntraclassCorrelation(t, 'icc2')],
  icc3k: [(r) => intraclassCorrelation(r).icc3k, (t) => prepareIntraclassCorrelation(t, 'icc3k')],
  components: [(r) => iccFromComponents(r).icc2k, (t) => prepareIccFromComponents(t, 'icc2k')],
  kendallW: [kendallW, prepareKendallW],
}

const cell = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...scale) }, fc.constant(null))
const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
const drawn = rows.chain((table) =>
  fc.record({
    table: fc.constant(table),
    times: fc.array(fc.nat(3), { minLength: table.length, maxLength: table.length }),
  }),
)

test.each(Object.entries(coefficients))(
  '%s of rows that count several times is that of the items written out',
  (_, [plain, prepare]) => {
    fc.assert(
      fc.property(drawn, ({ table, times }) => {
        // All raters rate in one item each time, so that the same raters count in both.
        const whole = [...table, [1, 2, 2]]
        const weights = [...times, 1]
        const written = whole.flatMap((row, item) => new Array<typeof row>(weights[item] ?? 0).fill(row))
        const kept = agreementTable(ratingsFromTable(whole), { keepRaters: true })
        const rated = weights.filter((_, item) => whole[item]?.some((value) => value !== null))
        const rowTimes = new Float64Array(kept.times.length)
        rated.forEach((count, item) => {
          const row = kept.rowOf[item] ?? 0
          rowTimes[row] = (rowTimes[row] ?? 0) + count
        })
        const expected = plain(ratingsFromTable(written)).value
        const got = prepare(kept)(rowTimes).value
        expect(got === null).toBe(expected === null)
        expect(got ?? 0).toBeCloseTo(expected ?? 0, 8)
      }),
    )
  },
)
