import { expect, it } from 'vitest'
import { binomialCdf } from '@/lib/stats/distributions/binomial-cdf'
import { passProbability, type Unit } from './pass-probability'

const coin = (inside: number): Unit => ({
  cells: 1,
  chances: [
    { probability: inside, inside: 1, differenceSteps: 0 },
    { probability: 1 - inside, inside: 0, differenceSteps: 0 },
  ],
})

it('without a bias the chance to pass is the binomial one', () => {
  const mark = { inside_band: 0.8, bias_steps: 0.5 }
  const units = Array.from({ length: 10 }, () => coin(0.48))
  expect(passProbability(units, mark)).toBeCloseTo(1 - binomialCdf(7, 10, 0.48), 12)
})

it('counts every way to come out where units differ and hang together', () => {
  const mark = { inside_band: 0.5, bias_steps: 0.5 }
  const units: Unit[] = [
    {
      cells: 2,
      chances: [
        { probability: 0.3, inside: 2, differenceSteps: 1.5 },
        { probability: 0.7, inside: 1, differenceSteps: -0.5 },
      ],
    },
    {
      cells: 1,
      chances: [
        { probability: 0.6, inside: 0, differenceSteps: -2 },
        { probability: 0.4, inside: 1, differenceSteps: 0.5 },
      ],
    },
  ]
  // Of 3 cells 2 must be inside and |sum| ≤ 1.5: (2, −0.5), (3, 2), (1, −2.5), (2, 0).
  expect(passProbability(units, mark)).toBeCloseTo(0.3 * 0.6 + 0.7 * 0.4, 12)
})

it('is 0 without a cell', () => {
  expect(passProbability([], { inside_band: 0, bias_steps: 1 })).toBe(0)
})
