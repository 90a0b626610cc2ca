import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { prepareCohenKappa } from '@/lib/stats/agreement/cohen-kappa'
import { prepareFleissKappa } from '@/lib/stats/agreement/fleiss-kappa'
import { prepareGwetAC } from '@/lib/stats/agreement/gwet-ac'
import { ICC_FORMS, iccValue } from '@/lib/stats/agreement/icc/icc-forms'
import { prepareIccFromComponents } from '@/lib/stats/agreement/icc/icc-from-components'
import { prepareKendallW } from '@/lib/stats/agreement/kendall-w'
import { prepareKrippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { preparePercentAgreement } from '@/lib/stats/agreement/percent-agreement'
import { prepareRandolphKappa } from '@/lib/stats/agreement/randolph-kappa'
import { prepareTwoWayAnova } from '@/lib/stats/agreement/icc/two-way-anova'
import type { Coefficient } from '@/lib/stats/intervals/item-bootstrap'

/** Figures that are bootstrapped together, from the same resamples. */
export type Battery = {
  names: readonly string[]
  /** All figures of a table, in the order of their names; NaN where one is undefined. */
  prepare: (table: AgreementTable) => (times: ArrayLike<number>) => number[]
}

type Named = readonly [name: string, prepare: (table: AgreementTable) => Coefficient]

const scale = [1, 2, 3, 4, 5]

/** What takes ratings with gaps. */
const anyDesign: readonly Named[] = [
  ['percent', preparePercentAgreement],
  ['α nominal', (table) => prepareKrippendorffAlpha(table, 'nominal')],
  ['α ordinal', (table) => prepareKrippendorffAlpha(table, 'ordinal')],
  ['α interval', (table) => prepareKrippendorffAlpha(table, 'interval')],
  ['α ratio', (table) => prepareKrippendorffAlpha(table, 'ratio')],
  ['Fleiss κ', prepareFleissKappa],
  ['Randolph κ', (table) => prepareRandolphKappa(table, { scale })],
  ['AC1', (table) => prepareGwetAC(table, { weights: 'none', scale })],
  ['AC2 linear', (table) => prepareGwetAC(table, { weights: 'linear', scale })],
  ['AC2 quadratic', (table) => prepareGwetAC(table, { weights: 'quadratic', scale })],
]

function batteryOf(named: readonly Named[]): Battery {
  return {
    names: named.map(([name]) => name),
    prepare: (table) => {
      const coefficients = named.map(([, prepare]) => prepare(table))
      return (times) => coefficients.map((coefficient) => coefficient(times).value ?? NaN)
    },
  }
}

/** All six forms from one analysis of variance. */
const intraclass: Battery = {
  names: ['ICC(1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'],
  prepare: (table) => {
    const anova = prepareTwoWayAnova(table)
    return (times) => {
      const squares = anova(times)
      return ICC_FORMS.map((form) => (typeof squares === 'string' ? NaN : (iccValue(form, squares) ?? NaN)))
    }
  },
}

const ofW = batteryOf([['Kendall W', prepareKendallW]])

export const pairBattery = batteryOf(anyDesign)

/** What asks for complete items. */
export const completeBattery: Battery = {
  names: [...intraclass.names, ...ofW.names],
  prepare: (table) => {
    const [iccs, concordance] = [intraclass.prepare(table), ofW.prepare(table)]
    return (times) => [...iccs(times), ...concordance(times)]
  },
}

export const componentBattery = batteryOf([
  ['ICC(2,1), components', (table) => prepareIccFromComponents(table, 'icc2')],
  ['ICC(3,1), components', (table) => prepareIccFromComponents(table, 'icc3')],
])

/** Of two raters; of more, the mean over all pairs of them. */
export const cohenBattery = batteryOf([
  ['Cohen κ', (table) => prepareCohenKappa(table, 'none')],
  ['Cohen κ linear', (table) => prepareCohenKappa(table, 'linear')],
  ['Cohen κ quadratic', (table) => prepareCohenKappa(table, 'quadratic')],
])
