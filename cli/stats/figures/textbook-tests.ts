import { benjaminiHochberg } from '@/lib/stats/inference/corrections/benjamini-hochberg'
import { benjaminiYekutieli } from '@/lib/stats/inference/corrections/benjamini-yekutieli'
import { bonferroni } from '@/lib/stats/inference/corrections/bonferroni'
import { correlationTest } from '@/lib/stats/inference/correlation/correlation-test'
import { holm } from '@/lib/stats/inference/corrections/holm'
import { hommel } from '@/lib/stats/inference/corrections/hommel'
import { kendallTauB } from '@/lib/stats/inference/correlation/kendall-tau-b'
import { kendallTauC } from '@/lib/stats/inference/correlation/kendall-tau-c'
import { mannWhitneyU } from '@/lib/stats/inference/mann-whitney-u'
import { signFlipPermutation } from '@/lib/stats/inference/sign-flip-permutation'
import { spearman } from '@/lib/stats/inference/correlation/spearman'
import { wilcoxonSignedRank } from '@/lib/stats/inference/wilcoxon-signed-rank'
import { agrestiCoullInterval } from '@/lib/stats/intervals/agresti-coull-interval'
import { clopperPearsonInterval } from '@/lib/stats/intervals/clopper-pearson-interval'
import { waldInterval } from '@/lib/stats/intervals/wald-interval'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'

import type { ExampleBook } from './textbook-inputs'

type Pair = { x: number[]; y: number[] }

/** Intervals, tests and rank correlations of the textbook examples. */
export function testFigures(book: ExampleBook) {
  return {
    binomial_ci: book<{ k: number; n: number }[]>('binomial_ci').map(({ k, n }) => ({
      k,
      n,
      wilson: wilsonInterval(k, n),
      clopper_pearson: clopperPearsonInterval(k, n),
      normal: waldInterval(k, n),
      agresti_coull: agrestiCoullInterval(k, n),
    })),
    multiple_testing: corrections(book('multiple_testing')),
    wilcoxon_signed_rank_hollander_wolfe: signedRank(book('wilcoxon_signed_rank_hollander_wolfe')),
    mann_whitney_hollander_wolfe: rankSum(book('mann_whitney_hollander_wolfe')),
    paired_sign_flip_permutation_exact: signFlips(book('paired_sign_flip_permutation_exact')),
    rank_corr_ties: rankCorrelations(book('rank_corr_ties')),
  }
}

const corrections = ({ p }: { p: number[] }) => ({
  bonferroni: bonferroni(p),
  holm: holm(p),
  hommel: hommel(p),
  fdr_bh: benjaminiHochberg(p),
  fdr_by: benjaminiYekutieli(p),
})

function signedRank({ x, y }: Pair) {
  const differences = x.map((value, at) => value - (y[at] ?? 0))
  const greater = wilcoxonSignedRank(differences, { alternative: 'greater' })
  const approximate = (continuity: boolean) =>
    wilcoxonSignedRank(differences, { method: 'normal', continuity }).p
  return {
    published: { V: greater.statistic, p_greater_exact: greater.p },
    two_sided_exact_p: wilcoxonSignedRank(differences).p,
    greater_exact_p: greater.p,
    two_sided_approx_p: approximate(false),
    two_sided_approx_cc_p: approximate(true),
  }
}

function rankSum({ x, y }: Pair) {
  const greater = mannWhitneyU(x, y, { alternative: 'greater' })
  const approximate = (continuity: boolean) => mannWhitneyU(x, y, { method: 'normal', continuity }).p
  return {
    published: { W: greater.statistic, p_greater_exact: greater.p },
    U: greater.statistic,
    two_sided_exact_p: mannWhitneyU(x, y).p,
    greater_exact_p: greater.p,
    two_sided_asymptotic_cc_p: approximate(true),
    two_sided_asymptotic_nocc_p: approximate(false),
  }
}

const signFlips = ({ diff }: { diff: number[] }) => ({ two_sided_p: signFlipPermutation(diff).p })

function rankCorrelations({ x, y }: Pair) {
  const rho = spearman(x, y).value
  return {
    kendall_tau_b: kendallTauB(x, y).value,
    kendall_tau_c: kendallTauC(x, y).value,
    spearman: rho,
    spearman_p: rho === null ? null : correlationTest(rho, x.length).p,
  }
}
