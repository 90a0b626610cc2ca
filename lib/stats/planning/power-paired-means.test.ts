import { expect, test } from 'vitest'
import { powerPairedMeans, sampleSizePairedMeans } from './power-paired-means'

test.each([
  [{ effect: 0.2, n: 199 }, 0.8016910240370655],
  [{ effect: 0.5, n: 27, alternative: 'greater' }, 0.811831551708168],
  [{ effect: -0.3, n: 50, alternative: 'less' }, 0.6725739831252316],
  [{ effect: 0.3, n: 50, alternative: 'less' }, 9.295587540409864e-5],
  [{ effect: 0.1, n: 2 }, 0.05049710791006324],
  [{ effect: 0.8, n: 15, alpha: 0.01 }, 0.5619286627667655],
  [{ effect: 0.01, n: 100_000 }, 0.8853732596448116],
] as const)('the power is that of the noncentral t of SciPy 1.17: %j', (plan, wanted) => {
  expect(powerPairedMeans(plan).value).toBeCloseTo(wanted, 11)
})

test.each([
  [{ effect: 0.5, power: 0.9, alternative: 'greater' }, 36],
  [{ effect: 0.05, power: 0.8 }, 3142],
  [{ effect: 0.8, power: 0.95, alpha: 0.01 }, 32],
  [{ effect: -0.3, power: 0.8, alternative: 'less' }, 71],
  [{ effect: 2, power: 0.8 }, 5],
] as const)('the fewest differences are those of a search from 2 upwards with SciPy: %j', (plan, wanted) => {
  expect(sampleSizePairedMeans(plan).value).toBe(wanted)
})

test('an effect that 10⁹ differences do not show is refused', () => {
  expect(() => sampleSizePairedMeans({ effect: 1e-9, power: 0.8 })).toThrow(/too small for any sample/)
})
