import { cohenKappaOfTable } from '@/lib/stats/agreement/cohen-kappa'
import type { AgreementWeights } from '@/lib/stats/agreement/agreement-weights'
import { fleissKappa } from '@/lib/stats/agreement/fleiss-kappa'
import { kendallW } from '@/lib/stats/agreement/kendall-w'
import { krippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { randolphKappa } from '@/lib/stats/agreement/randolph-kappa'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import type { Ratings } from '@/lib/stats/ratings'
import { stated } from './data'
import { named } from './by-name'
import { alphas } from './rating-figures'
import { dawidSkeneFigures } from './textbook-labels'
import { testFigures } from './textbook-tests'
import { countsOf, exampleBook, ratingsFrom, ratingsFromCounts } from './textbook-inputs'

type Rows = (number | null)[][]
type Counts = number[][]

/** Published examples, computed from the inputs that stand beside them. */
export function textbookFigures() {
  const book = exampleBook(stated('textbook'))
  return {
    krippendorff_canonical: krippendorff(book('krippendorff_canonical')),
    krippendorff_wikipedia_3coders: krippendorff(book('krippendorff_wikipedia_3coders')),
    krippendorff_binary_2obs: krippendorff(book('krippendorff_binary_2obs')),
    krippendorff_edge: mapped(book<Record<string, { data: Rows }>>('krippendorff_edge'), ({ data }) => ({
      alpha: alphas(ratingsFrom(data, 'rows are raters')),
    })),
    fleiss_1971_diagnoses: fleiss1971(book('fleiss_1971_diagnoses')),
    fleiss_wikipedia: fleissOf(
      ratingsFromCounts(
        book<{ table_subjects_x_categories: Counts }>('fleiss_wikipedia').table_subjects_x_categories,
      ),
    ),
    cohen_1960: cohen(book('cohen_1960')),
    agresti_sexualfun: cohen(book('agresti_sexualfun')),
    wikipedia_2x2: cohen(book('wikipedia_2x2')),
    kendall_w: concordance(book('kendall_w')),
    bradley_terry_stigler: stigler(book('bradley_terry_stigler')),
    dawid_skene_1979: dawidSkeneFigures(book('dawid_skene_1979')),
    ...testFigures(book),
  }
}

const mapped = <T, F>(parts: Record<string, T>, of: (part: T) => F) =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, of(part)]))

function krippendorff({ data_raters_x_units }: { data_raters_x_units: Rows }) {
  const alpha = alphas(ratingsFrom(data_raters_x_units, 'rows are raters'))
  return { published: alpha, alpha }
}

const fleissOf = (ratings: Ratings) => ({
  published: fleissKappa(ratings).value,
  fleiss: fleissKappa(ratings).value,
  randolph: randolphKappa(ratings).value,
})

function fleiss1971({ data_subjects_x_raters }: { data_subjects_x_raters: Rows }) {
  const ratings = ratingsFrom(data_subjects_x_raters, 'rows are items')
  const { published, ...figures } = fleissOf(ratings)
  return {
    ...figures,
    published_kappa: published,
    alpha_nominal: { nominal: krippendorffAlpha(ratings, 'nominal').value },
  }
}

function cohen({ table }: { table: Counts }) {
  const of = (weights: AgreementWeights) => {
    const kappa = cohenKappaOfTable(table, { weights })
    if (kappa.value === null) throw new Error(kappa.reason)
    return { ...kappa, ci95: [kappa.low, kappa.high] }
  }
  const [none, linear, quadratic] = [of('none'), of('linear'), of('quadratic')]
  return {
    published: { kappa: none.value, linear_vcd: linear.value },
    kappa: none.value,
    linear: linear.value,
    quadratic: quadratic.value,
    statsmodels_kappa: none.value,
    statsmodels_std_kappa: none.se,
    ci95: none.ci95,
    std_kappa0: none.seAtChance,
    z: none.z,
    statsmodels_linear: linear.value,
    statsmodels_linear_std: linear.se,
    statsmodels_quadratic: quadratic.value,
    statsmodels_quadratic_std: quadratic.se,
    statsmodels_linear_ci95: linear.ci95,
    statsmodels_quadratic_ci95: quadratic.ci95,
  }
}

function concordance({ judges_x_items }: { judges_x_items: Rows }) {
  const found = kendallW(ratingsFrom(judges_x_items, 'rows are raters'))
  if (found.value === null) throw new Error(found.reason)
  return { W: found.value, friedman_chi2: found.chiSquared, p: found.p }
}

function stigler({ items, wins_row_over_col }: { items: string[]; wins_row_over_col: Counts }) {
  const fit = bradleyTerry(countsOf(wins_row_over_col))
  if (fit.reason !== null) throw new Error(fit.reason)
  const [first = 0] = fit.strengths
  const againstFirst = fit.strengths.map((strength) => strength - first)
  return {
    published_lambda_vs_Biometrika: named(items, againstFirst),
    choix_opt: [...againstFirst],
    choix_ilsr: [...againstFirst],
  }
}
