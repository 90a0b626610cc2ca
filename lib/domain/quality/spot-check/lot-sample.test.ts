import { expect, test } from 'vitest'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { indexDraw } from '@/lib/stats/random/draws'
import { groupBy } from '@/lib/domain/group-by'
import { unitKey, type LotUnit } from './lot'
import { drawLotSample } from './lot-sample'
import { stratumOf } from './stratum'

const scale = { min: 1, max: 5, step: 1 }
const criteria = [
  { id: 'accuracy', scale },
  { id: 'style', scale },
]
const random = seededRandom(4)
const level = () => 1 + indexDraw(5, random)
const units = Array.from({ length: 200 }, (_, place): LotUnit => ({
  ratingId: `rating ${Math.floor(place / 4)}`,
  outputId: `output ${place}`,
  taskId: `task ${Math.floor(place / 4)}`,
  scores: { accuracy: level(), style: level() },
}))

test('a stratum tells lowest, highest, between and unscored, criterion by criterion', () => {
  expect(stratumOf({ accuracy: 1, style: 5 }, criteria)).toBe('az')
  expect(stratumOf({ style: 3 }, criteria)).toBe('nm')
})

test('drawn and reserve together are the lot, each unit once', () => {
  const { drawn, reserve } = drawLotSample(units, criteria, { size: 52, seed: 9 })
  expect(drawn).toHaveLength(52)
  expect(new Set([...drawn, ...reserve].map(unitKey)).size).toBe(200)
})

test('the same seed draws the same sample, however the units are listed; another seed another one', () => {
  const draw = (seed: number, lot = units) => drawLotSample(lot, criteria, { size: 52, seed })
  expect(draw(9, units.toReversed())).toEqual(draw(9))
  expect(draw(10).drawn).not.toEqual(draw(9).drawn)
})

test('each stratum gives its share to within one unit', () => {
  const strata = groupBy(units, ({ scores }) => stratumOf(scores, criteria))
  for (let seed = 0; seed < 50; seed += 1) {
    const drawn = new Set(drawLotSample(units, criteria, { size: 52, seed }).drawn.map(unitKey))
    for (const members of strata.values()) {
      const taken = members.filter((unit) => drawn.has(unitKey(unit))).length
      expect(Math.abs(taken - (members.length * 52) / 200)).toBeLessThan(1)
    }
  }
})

test('every unit has the same chance', () => {
  const small = units.slice(0, 30)
  const taken = new Map<string, number>()
  for (let seed = 0; seed < 4000; seed += 1)
    for (const unit of drawLotSample(small, criteria, { size: 12, seed }).drawn)
      taken.set(unitKey(unit), (taken.get(unitKey(unit)) ?? 0) + 1)
  // 1,600 expected of each, with a standard deviation of 31.
  expect(taken.size).toBe(30)
  for (const times of taken.values()) expect(Math.abs(times - 1600)).toBeLessThan(130)
})

test('the order of inspection does not follow the scores', () => {
  let first = 0
  for (let seed = 0; seed < 400; seed += 1) {
    const [unit] = drawLotSample(units, criteria, { size: 52, seed }).drawn
    const scores = units.find(({ outputId }) => outputId === unit?.outputId)?.scores
    if ((scores?.accuracy ?? 0) <= 2) first += 1
  }
  const share = units.filter(({ scores }) => (scores.accuracy ?? 0) <= 2).length / 200
  expect(Math.abs(first / 400 - share)).toBeLessThan(0.1)
})

test('all can be drawn', () => {
  const { drawn, reserve } = drawLotSample(units, criteria, { size: 200, seed: 1 })
  expect([drawn.length, reserve.length]).toEqual([200, 0])
})
