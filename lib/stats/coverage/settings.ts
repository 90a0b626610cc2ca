import type { Random } from '@/lib/stats/random/seeded-random'
import { bootstrapStudies, cohenFormulaStudies, type BootstrapStudy } from './agreement-studies'
import { cohenBattery, completeBattery, componentBattery, pairBattery } from './batteries'
import type { Simulation } from './claims'
import { comparedPopulation } from './comparison-population'
import { comparisonStudies } from './comparison-studies'
import { iccStudies } from './icc-studies'
import { ratedPopulation, type RatingModel } from './population'
import { openStudies, proportionStudies } from './proportion-studies'
import { meanStudies, pairedStudies } from './score-studies'

export type Setting = Pick<Simulation, 'table' | 'setting' | 'studies'> & {
  /** Called when the setting's turn has come: populations take room. */
  prepare: () => Simulation['study']
  /** Methods, or methods of figures, that are known to miss 95 % here: measured, and told in the guide. */
  known?: readonly string[]
}

/** Five raters who differ in leniency and care; ICC and α about 0.5, as in much of what people judge. */
export const panel: RatingModel = {
  seed: 1,
  mean: 3.2,
  spread: 1,
  biases: [-0.4, -0.2, 0, 0.2, 0.4],
  noises: [0.6, 0.7, 0.8, 0.9, 1],
}
export const pair: RatingModel = { ...panel, biases: [-0.2, 0.2], noises: [0.7, 0.8] }
/** Two systems on the same prompts, five raters each, the second a little better; some ratings missing. */
export const twoSystems: RatingModel = {
  ...panel,
  biases: [...panel.biases, ...panel.biases.map((bias) => bias + 0.1)],
  noises: [...panel.noises, ...panel.noises],
  missing: 0.1,
}
/** Five models whose strengths differ from prompt to prompt. */
export const arena = {
  seed: 1,
  prompts: 20_000,
  perPrompt: 10,
  promptSpread: 0.8,
  strengths: [0.8, 0.3, 0, -0.4, -0.7],
  threshold: 0.4,
}

export const tables = {
  agreement: 'Agreement',
  cohen: 'Cohen’s κ',
  icc: 'Intraclass correlation of normal effects, items and raters drawn anew',
  shares: 'Shares',
  open: 'OPEN',
  comparisons: 'Strengths of five models',
  means: 'Means',
}

/** Several batteries of one population, dear ones with fewer resamples. */
export const batteryStudies = (model: RatingModel, studies: readonly BootstrapStudy[]) => () => {
  const population = ratedPopulation(model)
  const all = studies.map((study) => bootstrapStudies(population, study))
  return (random: Random) => all.flatMap((study) => study(random))
}

/** κ by bootstrap and by its standard error. */
export const cohenStudies = (model: RatingModel, items: number, resamples: number) => () => {
  const population = ratedPopulation(model)
  const byBootstrap = bootstrapStudies(population, { battery: cohenBattery, items, resamples })
  const byFormula = cohenFormulaStudies(population, items)
  return (random: Random) => [...byBootstrap(random), ...byFormula(random)]
}

/** The mean over the items of one population, and the difference of the two systems of another. */
export const meansStudies =
  (models: { one: RatingModel; two: RatingModel }, n: number, resamples: number) => () => {
    const ofMean = meanStudies(ratedPopulation(models.one), n)
    const ofDifference = pairedStudies(ratedPopulation(models.two), { prompts: n, resamples })
    return (random: Random) => [...ofMean(random), ...ofDifference(random)]
  }

const STUDIES = 5000

const agreement: Setting[] = [
  {
    table: tables.agreement,
    setting: '100 items × 5 raters',
    studies: STUDIES,
    prepare: batteryStudies(panel, [
      { battery: pairBattery, items: 100, resamples: 1000 },
      { battery: completeBattery, items: 100, resamples: 300 },
    ]),
  },
  {
    table: tables.agreement,
    setting: 'the same, 30 % missing',
    studies: STUDIES,
    prepare: batteryStudies({ ...panel, missing: 0.3 }, [
      { battery: pairBattery, items: 100, resamples: 500 },
      { battery: componentBattery, items: 100, resamples: 300 },
    ]),
  },
  {
    table: tables.cohen,
    setting: '100 items × 2 raters',
    studies: STUDIES,
    prepare: cohenStudies(pair, 100, 400),
  },
  {
    table: tables.icc,
    setting: '100 items × 5 raters',
    studies: STUDIES,
    prepare: () => iccStudies({ items: 100, raters: 5, item: 1, rater: 0.4, error: 0.8 }),
  },
]

const others: Setting[] = [
  {
    table: tables.shares,
    setting: '100 trials',
    studies: STUDIES,
    prepare: () => proportionStudies(100, [0.2, 0.3, 0.5]),
  },
  {
    table: tables.open,
    setting: '300 comparisons, 45 % wins, 20 % ties',
    studies: STUDIES,
    prepare: () => openStudies({ comparisons: 300, win: 0.45, tie: 0.2 }),
  },
  {
    table: tables.comparisons,
    setting: '100 prompts × 10 comparisons',
    studies: STUDIES,
    prepare: () =>
      comparisonStudies(comparedPopulation(arena), { prompts: 100, resamples: 250, unit: 'prompt' }),
    known: ['information'],
  },
  {
    table: tables.comparisons,
    setting: '1,000 prompts × 1 comparison',
    studies: STUDIES,
    prepare: () =>
      comparisonStudies(comparedPopulation({ ...arena, perPrompt: 1, promptSpread: 0 }), {
        prompts: 1000,
        resamples: 250,
        unit: 'comparison',
      }),
    // Its standard errors take half ties for as telling as wins.
    known: ['Bradley–Terry, information'],
  },
  {
    table: tables.means,
    setting: '100 items × 5 raters',
    studies: STUDIES,
    prepare: meansStudies({ one: panel, two: twoSystems }, 100, 600),
  },
]

/** What the library promises: 93 to 97 % (Clopper–Pearson: at least 95 %). */
export const promised: readonly Setting[] = [...agreement, ...others]
