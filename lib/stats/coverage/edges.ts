import { completeBattery, pairBattery } from './batteries'
import { comparedPopulation } from './comparison-population'
import { comparisonStudies } from './comparison-studies'
import { iccBootstrapStudies, iccStudies } from './icc-studies'
import type { RatingModel } from './population'
import { openStudies, proportionStudies } from './proportion-studies'
import { scoreStudies, type ScoreModel } from './score-studies'
import {
  arena,
  batteryStudies,
  cohenStudies,
  meansStudies,
  pair,
  panel,
  tables,
  twoSystems,
  type Setting,
} from './settings'

/** Nearly all items at the top of the scale. */
const skewed: RatingModel = { ...panel, mean: 4.8, spread: 0.8, noises: [0.5, 0.5, 0.6, 0.6, 0.7] }
const nearOne: RatingModel = {
  ...panel,
  mean: 3,
  spread: 1.2,
  biases: [0, 0, 0, 0, 0],
  noises: [0.1, 0.1, 0.1, 0.15, 0.15],
}
const nearZero: RatingModel = { ...panel, mean: 3, spread: 0.3, noises: [0.9, 0.9, 1, 1.1, 1.1] }

const FEW = 1000
const MANY = 5000

const agreementAt = (setting: string, model: RatingModel, items: number): Setting => ({
  table: tables.agreement,
  setting,
  studies: FEW,
  prepare: batteryStudies(model, [
    { battery: pairBattery, items, resamples: 500 },
    { battery: completeBattery, items, resamples: 300 },
  ]),
})

const agreement: Setting[] = [
  agreementAt('20 × 5', panel, 20),
  agreementAt('100 × 2', pair, 100),
  agreementAt('100 × 5, most at the top', skewed, 100),
  agreementAt('100 × 5, α near 1', nearOne, 100),
  agreementAt('100 × 5, α near 0', nearZero, 100),
]

const cohen: Setting[] = [
  {
    table: tables.cohen,
    setting: '20 items × 2 raters',
    studies: FEW,
    prepare: cohenStudies(pair, 20, 400),
  },
  {
    table: tables.cohen,
    setting: '100 × 2, most at the top',
    studies: FEW,
    prepare: cohenStudies({ ...pair, mean: 4.8, spread: 0.8 }, 100, 400),
  },
]

const effects = { items: 100, raters: 5, item: 1, rater: 0.4, error: 0.8 }
const icc: Setting[] = [
  {
    table: tables.icc,
    setting: '20 items × 2 raters',
    studies: MANY,
    prepare: () => iccStudies({ ...effects, items: 20, raters: 2 }),
  },
  {
    table: tables.icc,
    setting: '100 × 5, qualities exponential',
    studies: MANY,
    prepare: () => iccStudies({ ...effects, skewed: true }),
  },
  {
    table: 'Intraclass correlation by bootstrap over items, but items and raters drawn anew',
    setting: '100 items × 5 raters',
    studies: FEW,
    prepare: () => iccBootstrapStudies(effects, 400),
  },
]

const shares: Setting[] = [100, 20].map((trials) => ({
  table: tables.shares,
  setting: `${trials} trials`,
  studies: MANY,
  prepare: () => proportionStudies(trials, [0.01, 0.05, 0.1, 0.5]),
}))

const contests: Setting[] = [
  {
    table: tables.open,
    setting: '300 comparisons, 25 % wins, 50 % ties',
    studies: MANY,
    prepare: () => openStudies({ comparisons: 300, win: 0.25, tie: 0.5 }),
  },
  {
    table: tables.open,
    setting: '60 prompts × 5 raters who all say the same',
    studies: MANY,
    prepare: () => openStudies({ comparisons: 300, win: 0.45, tie: 0.2, perPrompt: 5 }),
  },
  {
    table: tables.comparisons,
    setting: '20 prompts × 10 comparisons',
    studies: FEW,
    prepare: () =>
      comparisonStudies(comparedPopulation(arena), { prompts: 20, resamples: 250, unit: 'prompt' }),
  },
  {
    table: tables.comparisons,
    setting: '100 prompts × 10, drawn one by one',
    studies: FEW,
    prepare: () =>
      comparisonStudies(comparedPopulation(arena), {
        prompts: 100,
        resamples: 250,
        unit: 'comparison',
        figures: ['Bradley–Terry'],
      }),
  },
]

const means: Setting[] = [
  {
    table: tables.means,
    setting: '20 items × 5 raters',
    studies: MANY,
    prepare: meansStudies({ one: panel, two: twoSystems }, 20, 500),
  },
  {
    table: tables.means,
    setting: '20 × 5, most at the top',
    studies: MANY,
    prepare: meansStudies({ one: skewed, two: { ...twoSystems, mean: 4.8, spread: 0.8 } }, 20, 500),
  },
]

const scoresAt = (setting: string, model: ScoreModel): Setting => ({
  table: 'Scores of items',
  setting,
  studies: FEW,
  prepare: () => scoreStudies(model),
})

const scores: Setting[] = [
  scoresAt('20 × 24, careful alike', { items: 20, raters: 24, bias: 0.4, uneven: 0.2, difficulty: 0 }),
  scoresAt('20 × 24, some careless, some items hard', {
    items: 20,
    raters: 24,
    bias: 0.4,
    uneven: 0.5,
    difficulty: 0.5,
  }),
  scoresAt('100 × 5, careful alike', { items: 100, raters: 5, bias: 0.4, uneven: 0.2, difficulty: 0 }),
]

/** Where data are few or at an edge: measured, not promised. */
export const edges: readonly Setting[] = [
  ...agreement,
  ...cohen,
  ...icc,
  ...shares,
  ...contests,
  ...means,
  ...scores,
]
