import { protocol } from '@/lib/domain/study/protocol'
import { termsOf, type ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import type { Random } from '@/lib/stats/random/seeded-random'
import { runChain, type ChainOutcome, type Exclusion } from './chain'
import type { SingleStudy } from './single-study'

/** A way from ratings to a value per cell. */
export type Way = { name: string; run: (study: SingleStudy, random: Random) => ChainOutcome }

const usual = termsOf(protocol.parse({ method: 'absolute' }))
const anyDistance: ArbitrationTerms = { ...usual, tolerance: null }

const way = (name: string, terms: ArbitrationTerms, exclude: Exclusion): Way => ({
  name,
  run: (study, random) => runChain(study, { terms, exclude, random }),
})

/** Plain means, whatever was said. */
export const plainMeans = way('plain means', { ...anyDistance, rule: 'mean' }, 'nobody')
/** The chain with its defaults, nobody doing more than the rules: tolerance of one step, median, two extra ratings. */
export const chain = way('chain', usual, 'flagged')
/** The same, and a person excludes whom the fingerprints show to go with nobody. */
export const chainWithPerson = way('chain, a person excludes too', usual, 'doubtful')

/** In between, one link at a time. */
export const ways: Way[] = [
  plainMeans,
  way('plain medians', anyDistance, 'nobody'),
  way('arbitration alone', usual, 'nobody'),
  chain,
  way('a person excludes, plain means', { ...anyDistance, rule: 'mean' }, 'doubtful'),
  way('a person excludes, medians', anyDistance, 'doubtful'),
  chainWithPerson,
  way('the same, mean of the agreeing', { ...usual, rule: 'mean' }, 'doubtful'),
]
