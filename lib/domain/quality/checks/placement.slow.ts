import { afterAll, describe, expect, test } from 'vitest'
import { clopperPearsonInterval } from '@/lib/stats/intervals/clopper-pearson-interval'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { checkKinds, totalRate } from './check-kind'
import { areaUnderCurve, crossValidated, permutationP } from './guess-checks'
import { everyEighth, evenedOut, simulatedRater, steppedUp, type Simulation } from './placement-simulation'

const usual: Simulation = {
  raters: 100,
  tasks: 200,
  rates: { gold: 0.07, repeat: 0.05, degraded: 0 },
  gold: 80,
  live: 2000,
  isShared: true,
  placing: null,
  isProgressFair: true,
}

const kept: [string, Simulation][] = [
  ['gold 7 %, repeat 5 %', usual],
  ['gold 7 %, repeat 5 %, degraded 3 %', { ...usual, rates: { gold: 0.07, repeat: 0.05, degraded: 0.03 } }],
  ['gold 10 %, repeat 5 %', { ...usual, rates: { gold: 0.1, repeat: 0.05, degraded: 0 }, gold: 120 }],
  ['a study for one rater, to its end', { ...usual, raters: 120, live: 150, isShared: false }],
]

const bad: [string, Simulation][] = [
  ['every eighth task', { ...usual, placing: everyEighth }],
  ['gaps evened out', { ...usual, placing: evenedOut }],
  ['rate steps up at task 100', { ...usual, placing: steppedUp }],
  ['progress without checks', { ...usual, isShared: false, isProgressFair: false }],
]

/*
 * Some 0.003 of the area is real: who is shown a longer line of work has a few more checks in it. To use that, a rater
 * would have to know the number of live tasks left.
 */
const lines: string[] = []

function measured(name: string, simulation: Simulation) {
  const random = seededRandom(2026)
  const raters = Array.from({ length: simulation.raters }, (_, rater) =>
    simulatedRater(rater, simulation, random),
  )
  const seen = raters.flatMap((rater) => rater.seen)
  const kinds = raters.flatMap((rater) => rater.kinds)
  const scores = crossValidated(seen)
  const labels = seen.map(({ isCheck }) => isCheck)
  const auc = areaUnderCurve(scores, labels)
  const p = permutationP(scores, labels, { times: 1999, random: seededRandom(7) })
  const shares = checkKinds.map((kind) => kinds.filter((each) => each === kind).length / kinds.length)
  const checks = labels.filter(Boolean).length
  const percents = shares.map((share) => `${(100 * share).toFixed(2)} %`.padStart(9)).join('')
  lines.push(
    `${name.padEnd(36)}${`${seen.length}`.padStart(7)}${percents}  ${auc.toFixed(4)}  ${p.toFixed(4)}`,
  )
  return { tasks: seen.length, checks, auc, p, shares }
}

describe('nobody can tell a check from work by anything but its contents', () => {
  test.each(kept)('%s', (name, simulation) => {
    const { tasks, checks, auc, p, shares } = measured(name, simulation)
    expect(tasks).toBeGreaterThanOrEqual(20_000)
    expect(auc).toBeLessThan(0.53)
    expect(p).toBeGreaterThan(0.001)
    const [low, high] = clopperPearsonInterval(checks, tasks, 0.999)
    const rate = totalRate(simulation.rates)
    expect(low).toBeLessThan(rate)
    expect(high).toBeGreaterThan(rate)
    checkKinds.forEach((kind, index) =>
      expect(Math.abs((shares[index] ?? 0) - simulation.rates[kind]), kind).toBeLessThan(0.01),
    )
  })
})

describe('the same classifier finds checks that are placed badly', () => {
  test.each(bad)('%s', (name, simulation) => {
    const { auc, p } = measured(name, simulation)
    expect(auc).toBeGreaterThan(0.53)
    expect(p).toBeLessThan(0.001)
  })
})

afterAll(() => {
  const head = `${'placement'.padEnd(36)}${'tasks'.padStart(7)}${checkKinds.map((kind) => kind.padStart(9)).join('')}  AUC     p`
  process.stdout.write(
    `\nChecks guessed by a classifier, cross-validated by rater\n\n${head}\n${lines.join('\n')}\n`,
  )
})
