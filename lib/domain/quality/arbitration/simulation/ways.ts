import { protocol } from '@/lib/domain/study/protocol'
import { termsOf, type ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import type { Random } from '@/lib/stats/random/seeded-random'
import { runChain, type ChainOutcome } from './chain'
import type { SingleStudy } from './single-study'

/** A way from ratings to a value per cell. */
export type Way = { name: string; run: (study: SingleStudy, random: Random) => ChainOutcome }

const usual = termsOf(protocol.parse({ method: 'absolute' }))
const anyDistance: ArbitrationTerms = { ...usual, tolerance: null }

const way = (name: string, terms: ArbitrationTerms, exclude: boolean): Way => ({
  name,
  run: (study, random) => runChain(study, { terms, exclude, random }),
})

/** Plain means, whatever was said. */
export const plainMeans = way('plain means', { ...anyDistance, rule: 'mean' }, false)
/** The chain with its defaults: tolerance of one step, median, two extra ratings. */
export const chain = way('chain (median)', usual, true)

/** In between, one link at a time. */
export const ways: Way[] = [
  plainMeans,
  way('plain medians', anyDistance, false),
  way('arbitration alone, median', usual, false),
  way('exclusion alone, mean', { ...anyDistance, rule: 'mean' }, true),
  way('exclusion alone, median', anyDistance, true),
  chain,
  way('chain, mean of the agreeing', { ...usual, rule: 'mean' }, true),
]
