import { readComparisons } from '@/cli/stats/comparisons-input'
import { Query } from '@/cli/stats/query'
import { asRatings } from '@/cli/stats/ratings-input'
import { cohenKappaPairs } from '@/lib/stats/agreement/cohen-kappa'
import { ICC_FORMS } from '@/lib/stats/agreement/icc/icc-forms'
import { intraclassCorrelation } from '@/lib/stats/agreement/icc/intraclass-correlation'
import { varianceComponents } from '@/lib/stats/agreement/icc/variance-components'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import type { ComparisonCounts } from '@/lib/stats/comparisons/comparisons'
import { differenceError } from '@/lib/stats/comparisons/strength-intervals'
import type { Ratings } from '@/lib/stats/ratings'
import { labelsOf, ratingsFile, ratingsOf, stated } from './data'
import { countsOf, ratingsFrom } from './textbook-inputs'

type Table = (number | null)[][]

/** What R's psych, lme4, BradleyTerry2 and irr give. */
export async function oracleFigures() {
  const oracles = stated('r_oracles')
  const shrout = oracles['shrout_fleiss_1979'] as { data_targets_x_judges: Table }
  const targets = ratingsFrom(shrout.data_targets_x_judges, 'rows are items')
  return {
    shrout_fleiss_1979: {
      published: values(targets),
      psych: psych(targets),
      cronbach_alpha: intraclassCorrelation(targets).icc3k.value,
    },
    stigler: contrasts(stiglerCounts(), stiglerNames, 0),
    imagenhub_t2i: await imagenhub(),
    nflx_public: await nflx(),
    ...(await pandalm()),
  }
}

const rNames = {
  icc1: 'ICC1',
  icc2: 'ICC2',
  icc3: 'ICC3',
  icc1k: 'ICC1k',
  icc2k: 'ICC2k',
  icc3k: 'ICC3k',
} as const

function psych(ratings: Ratings) {
  const found = intraclassCorrelation(ratings)
  return Object.fromEntries(
    ICC_FORMS.map((form) => {
      const icc = found[form]
      if (icc.value === null) throw new Error(icc.reason)
      const { value: ICC, f: F, df1, df2, p, low, high } = icc
      return [rNames[form], { ICC, F, df1, df2, p, 'lower bound': low, 'upper bound': high }]
    }),
  )
}

const values = (ratings: Ratings) =>
  Object.fromEntries(ICC_FORMS.map((form) => [rNames[form], intraclassCorrelation(ratings)[form].value]))

async function imagenhub() {
  const criteria = await Promise.all(
    ['sc', 'pq', 'score'].map(async (value) => {
      const columns = { item: 'item_id,system_id', rater: 'rater_id', value }
      return [value, psych((await ratingsOf(ratingsFile('imagenhub_t2i'), columns)).ratings)] as const
    }),
  )
  return Object.fromEntries(criteria)
}

async function nflx() {
  const columns = { item: 'pvs_id', rater: 'rater_id', value: 'score' }
  const { ratings, n } = await ratingsOf(ratingsFile('nflx_public'), columns)
  const components = varianceComponents(ratings)
  if (typeof components === 'string') throw new Error(components)
  const { item, rater, residual } = components
  return {
    n: n.items,
    k: n.raters,
    icc: psych(ratings),
    cronbach_alpha: intraclassCorrelation(ratings).icc3k.value,
    lmer_var: { pvs_id: item, rater_id: rater, Residual: residual },
  }
}

async function pandalm() {
  const file = ratingsFile('pandalm', 'pairwise.csv')
  const columns = { item: 'item_id', rater: 'rater_id', a: 'system_a', b: 'system_b' }
  const { comparisons, models } = await readComparisons(new Query('figures', file, columns))
  const labelled = await labelsOf(file, { item: 'item_id', rater: 'rater_id', value: 'verdict' })
  const kappas = cohenKappaPairs(asRatings(labelled)).pairs.map((pair) => {
    if (pair.value === null) throw new Error(pair.reason)
    const name = (rater: number) => `verdict.${labelled.raters[rater]}`
    return [`${name(pair.a)}~${name(pair.b)}`, { kappa: pair.value, ci: [pair.low, pair.value, pair.high] }]
  })
  return {
    pandalm_bt_ties_half: { reference: models[0], ...contrasts(comparisonCounts(comparisons), models, 0) },
    pandalm_cohen: Object.fromEntries(kappas),
  }
}

const stiglerNames = ['Biometrika', 'Comm Statist', 'JASA', 'JRSS-B']
const stiglerCounts = () => {
  const { wins_row_over_col } = stated('textbook')['bradley_terry_stigler'] as {
    wins_row_over_col: number[][]
  }
  return countsOf(wins_row_over_col)
}

/** Strengths and their errors as differences from a reference model, as R writes them. */
function contrasts(counts: ComparisonCounts, models: readonly string[], reference: number) {
  const fit = bradleyTerry(counts)
  if (fit.reason !== null) throw new Error(fit.reason)
  const others = models.flatMap((name, model) => (model === reference ? [] : [{ name: `..${name}`, model }]))
  const at = (model: number) => (fit.strengths[model] ?? 0) - (fit.strengths[reference] ?? 0)
  return {
    coef: Object.fromEntries(others.map(({ name, model }) => [name, at(model)])),
    se: Object.fromEntries(
      others.map(({ name, model }) => [name, differenceError(fit.covariance, model, reference)]),
    ),
  }
}
