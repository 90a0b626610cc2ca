import { logGamma } from '@/lib/stats/distributions/log-gamma'
import type { Interval } from '@/lib/stats/figure'

/** Limits to within a millionth. */
const BISECTIONS = 20

export type Shares = {
  /** Sum of the shares, 0 … n. */
  sum: number
  n: number
}

/**
 * An interval for the mean of values in [0, 1] that holds under continuous looking, for every n from 1: all p that the
 * beta(½, ½) mixture of likelihood ratios has not at any time rejected at `risk`. Exact for yes and no (Robbins 1970;
 * Howard, Ramdas, McAuliffe & Sekhon 2021, Time-uniform, nonparametric, nonasymptotic confidence sequences, §3.3), and
 * on the safe side for shares between, as (q/p)ˣ((1−q)/(1−p))¹⁻ˣ is convex in x. Without a value it is [0, 1].
 *
 * @param logRisk ln of the risk, below 0: risks that are split over many choices are too small for a number
 */
export function shareSequence({ sum, n }: Shares, logRisk: number): Interval {
  const centre = n === 0 ? 0.5 : sum / n
  const weight = logWeight({ sum, n })
  const isRejected = (p: number) => weight - logLikelihood({ sum, n }, p) >= -logRisk
  return {
    low: isRejected(0) ? boundary(0, centre, isRejected) : 0,
    high: isRejected(1) ? boundary(1, centre, isRejected) : 1,
  }
}

/** ln of the mixture against p: how much better the data fit some other share. */
export function logMixture(shares: Shares, p: number): number {
  return logWeight(shares) - logLikelihood(shares, p)
}

/** ln of the likelihood averaged over beta(½, ½). */
function logWeight({ sum, n }: Shares): number {
  return logGamma(sum + 0.5) + logGamma(n - sum + 0.5) - logGamma(n + 1) - Math.log(Math.PI)
}

function logLikelihood({ sum, n }: Shares, p: number): number {
  const yes = sum <= 0 ? 0 : sum * Math.log(p)
  const no = n - sum <= 0 ? 0 : (n - sum) * Math.log1p(-p)
  return yes + no
}

function boundary(outside: number, inside: number, isRejected: (p: number) => boolean): number {
  let [out, within] = [outside, inside]
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (out + within) / 2
    if (isRejected(middle)) out = middle
    else within = middle
  }
  return out
}
