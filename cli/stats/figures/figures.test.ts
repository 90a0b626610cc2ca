import { expect, test } from 'vitest'
import { compareFigures, type Terms } from './compare-figures'
import { isHere, stated } from './data'
import { imagenhubFigures, nflxFigures } from './real-figures'
import { oracleFigures } from './oracle-figures'
import { pandalmFigures } from './pandalm-figures'
import { textbookFigures } from './textbook-figures'

/** Iterative fits, which stop somewhere near the maximum. */
const iterative = /sureal\/(p910|mle)|bt_|davidson|bradley_terry|dawid_skene|lmer_var|stigler/

/** 1e-6 relative to what is stated, 1e-4 for iterative fits, a tenth of the interval's width for bootstraps. */
const within: Terms['within'] = (path, value, beside) => {
  const scale = Math.max(1, Math.abs(value))
  if (/_tol\//.test(path)) return widthOf(beside) / 10
  if (/published/.test(path)) return halfOfLastDigit(value)
  return (iterative.test(path) ? 1e-4 : 1e-6) * scale
}

/** What was published is rounded. */
const halfOfLastDigit = (value: number) => 0.5000001 * 10 ** -(String(value).split('.')[1]?.length ?? 0)

/** Inputs and remarks, which are no figures. */
const notCompared =
  /\/(data\w*|table\w*|x|y|p|diff|items|judges_x_items|wins_row_over_col|labels|class|note|oracle|undefined)(\/|$)/

/** A bootstrap of items that some systems lack was left open by its author where any resample had none of them. */
const isFigure = (path: string, value: unknown) =>
  !notCompared.test(path) && !(value === null && path.includes('bootstrap_system'))

function widthOf(beside: unknown): number {
  const { low, high, se, sd, ...rest } = beside as Record<string, number>
  const [bottom = low, top = high] = [rest['p2.5'], rest['p97.5']]
  return top === undefined || bottom === undefined ? 4 * (se ?? sd ?? 0) : top - bottom
}

const files = {
  textbook: textbookFigures,
  r_oracles: oracleFigures,
  imagenhub_t2i: () => imagenhubFigures('imagenhub_t2i'),
  imagenhub_tie: () => imagenhubFigures('imagenhub_tie'),
  nflx_public: nflxFigures,
  pandalm: pandalmFigures,
}

if (!isHere)
  console.log('The real ratings with their expected figures are not here: six comparisons are skipped.')

test.skipIf(!isHere).each(Object.entries(files))('%s: every figure is reproduced', async (name, computed) => {
  const { figures, differences, unmatched } = compareFigures(stated(name), await computed(), {
    within,
    isFigure,
  })
  console.log(
    `${name}: ${figures} figures compared, ${differences.length} differ, ${unmatched.length} have no counterpart`,
  )
  expect(unmatched).toEqual([])
  expect(differences).toEqual([])
  expect(figures).toBeGreaterThan(100)
})
