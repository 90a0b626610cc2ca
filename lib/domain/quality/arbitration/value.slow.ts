import { afterAll, describe, expect, test } from 'vitest'
import { mean } from '@/lib/stats/descriptive/mean'
import { kendallTauB } from '@/lib/stats/inference/correlation/kendall-tau-b'
import { meanInterval } from '@/lib/stats/intervals/mean-interval'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { alignedTable } from '@/lib/domain/quality/spot-check/aligned-table'
import { centredError, coverage } from './simulation/errors'
import { meansByModel, simulateStudy, type StudyShape } from './simulation/single-study'
import { chain, chainWithPerson, plainMeans, ways } from './simulation/ways'

const SEEDS = 200
const tables: string[] = []
const promised: StudyShape = {
  models: 8,
  prompts: 150,
  k: 3,
  honest: 25,
  careless: 5,
  modelSpread: 0.5,
}

type Measured = {
  error: number
  errorToPanel: number
  tau: number
  covered: number
  coveredAsPublished: number
  ratings: number
  decisions: number
  careless: number
  honest: number
}

/** One study seen in every way; each way draws what it needs beyond the first ratings from the same stream. */
function study(seed: number, shape: StudyShape, covered: ReturnType<typeof coverage>): Map<string, Measured> {
  const simulated = simulateStudy(shape, seededRandom(seed))
  const { truth, panel, cells } = simulated
  return new Map(
    ways.map(({ name, run }) => {
      const { values, ratings, decisions, excluded } = run(simulated, seededRandom(seed, 1))
      const means = meansByModel(values, shape)
      const careless = [...excluded].filter((rater) => panel[rater]?.random).length
      const { quality, panel: said } = truth
      const held = covered(values, { published: said.everywhere, centred: quality.everywhere })
      return [
        name,
        {
          error: centredError(means, quality.here),
          errorToPanel: centredError(means, said.here),
          tau: kendallTauB(Float64Array.from(means), Float64Array.from(quality.here)).value ?? 0,
          covered: held.centred,
          coveredAsPublished: held.published,
          ratings: ratings / cells.length,
          decisions: decisions / cells.length,
          careless,
          honest: excluded.size - careless,
        },
      ]
    }),
  )
}

const root = (errors: readonly number[]) => Math.sqrt(mean(errors.map((error) => error ** 2)))
const signed = (value: number, digits: number) => (value < 0 ? '−' : '+') + Math.abs(value).toFixed(digits)
const range = ([low, high]: readonly [number, number], digits: number) =>
  `${signed(low, digits)} … ${signed(high, digits)}`
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/**
 * Error, τ and coverage against the outputs' qualities, centred; `as published`: intervals that hold what the panel's
 * honest raters would say of all prompts like these; `to panel`: error against what they would say of these outputs.
 */
const head = [
  'way',
  'error',
  'less by',
  'difference, 95 %',
  'τ',
  'difference, 95 %',
  'coverage',
  'as published',
  'to panel',
  'ratings a cell',
  'inspector',
  'excluded: at random',
  'honest',
]

const settings: { setting: string; shape: StudyShape }[] = [
  { setting: '5 of 30 at random, models 0.5 levels apart (standard deviation)', shape: promised },
  { setting: 'the same, models 0.25 apart', shape: { ...promised, modelSpread: 0.25 } },
  { setting: 'the same, models 0.1 apart', shape: { ...promised, modelSpread: 0.1 } },
  { setting: 'nobody at random, models 0.5 apart', shape: { ...promised, honest: 30, careless: 0 } },
]

describe('what the chain is worth', () => {
  test.each(settings)('$setting', ({ setting, shape }) => {
    const covered = coverage(shape)
    const studies = Array.from({ length: SEEDS }, (_, seed) => study(1000 + seed, shape, covered))
    const column = (way: string, of: keyof Measured) => studies.map((one) => one.get(way)?.[of] ?? Number.NaN)
    const plain = { error: column(plainMeans.name, 'error'), tau: column(plainMeans.name, 'tau') }
    const compared = ways.map(({ name }) => {
      const [error, tau] = [column(name, 'error'), column(name, 'tau')]
      const intervals = SEEDS * shape.models
      const held = column(name, 'covered').reduce((sum, count) => sum + count, 0)
      return {
        name,
        rmse: root(error),
        toPanel: root(column(name, 'errorToPanel')),
        gain: 1 - root(error) / root(plain.error),
        errorDifference: meanInterval(error.map((each, seed) => each - (plain.error[seed] ?? 0))) ?? [0, 0],
        tau: mean(tau),
        tauGain: mean(tau) - mean(plain.tau),
        tauDifference: meanInterval(tau.map((each, seed) => each - (plain.tau[seed] ?? 0))) ?? [0, 0],
        coverage: held / intervals,
        asPublished: column(name, 'coveredAsPublished').reduce((sum, count) => sum + count, 0) / intervals,
      }
    })
    tables.push(
      `**${setting}**\n\n${alignedTable([
        head,
        ...compared.map((row) => [
          row.name,
          row.rmse.toFixed(4),
          percent(row.gain),
          range(row.errorDifference, 4),
          row.tau.toFixed(3),
          range(row.tauDifference, 3),
          percent(row.coverage),
          percent(row.asPublished),
          row.toPanel.toFixed(4),
          mean(column(row.name, 'ratings')).toFixed(2),
          percent(mean(column(row.name, 'decisions'))),
          mean(column(row.name, 'careless')).toFixed(2),
          mean(column(row.name, 'honest')).toFixed(3),
        ]),
      ])}`,
    )
    if (shape !== promised) return
    for (const { name } of [chain, chainWithPerson]) {
      const whole = compared.find((one) => one.name === name)
      expect(whole?.gain).toBeGreaterThanOrEqual(0.1)
      expect(whole?.errorDifference[1]).toBeLessThan(0)
      // Not lower: what was measured is no loss, and the paired interval shows none.
      expect(whole?.tauGain).toBeGreaterThanOrEqual(0)
      expect(whole?.tauDifference[1]).toBeGreaterThan(0)
      expect(whole?.coverage).toBeGreaterThanOrEqual(0.93)
      expect(whole?.coverage).toBeLessThanOrEqual(0.97)
    }
  })
})

afterAll(() => {
  process.stdout.write(
    `\nError of the models' means (centred, root mean square), ${SEEDS} paired studies of 8 × 150 single outputs, k = 3\n\n${tables.join('\n\n')}\n`,
  )
})
