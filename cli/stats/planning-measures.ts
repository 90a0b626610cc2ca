import { UsageError } from '@/cli/command'
import { acceptancePlan, operatingCharacteristic } from '@/lib/stats/planning/acceptance-plan'
import { powerPairedMeans, sampleSizePairedMeans } from '@/lib/stats/planning/power-paired-means'
import { powerWinRate, sampleSizeWinRate } from '@/lib/stats/planning/power-win-rate'
import { defined, type Figure } from '@/lib/stats/figure'
import { answerOf } from './answer'
import type { Measure } from './measure'
import { usage, type Query } from './query'

const nothing = { items: 0, raters: 0, ratings: 0 }

/** Power of n items, or the items that a power needs: of a mean difference (`--effect`) or of a win rate (`--rate`). */
const power: Measure = async (query) => {
  if (query.has('effect') === query.has('rate') || query.has('n') === query.has('power'))
    throw new UsageError(`power takes one of --effect and --rate, and one of --n and --power\n${usage}`)
  const figure = query.has('effect') ? ofMeans(query) : ofWins(query)
  return answerOf(
    'power',
    nothing,
    figure.reason === 'unbounded' ? { value: null, reason: 'no-number' } : figure,
  )
}

function ofMeans(query: Query): Figure {
  const effect = query.number('effect', [-100, 100])
  const alternative = query.word('alternative', 'two-sided')
  if (query.has('n')) return powerPairedMeans({ effect, alternative, n: query.count('n', 2) })
  return sampleSizePairedMeans({ effect, alternative, power: query.number('power', [0, 1]) })
}

function ofWins(query: Query): Figure {
  const rate = query.number('rate', [0, 1])
  const alternative = query.word('alternative', 'two-sided')
  if (query.has('n')) return defined(powerWinRate({ rate, alternative, n: query.count('n', 1) }))
  return sampleSizeWinRate({ rate, alternative, power: query.number('power', [0, 1]) })
}

/** The smallest sample of a spot check that lets a lot at the limit pass at most once in 1 / (1 − confidence). */
const acceptance: Measure = async (query) => {
  const maxError = query.number('max-error', [0, 1])
  const confidence = query.has('confidence') ? query.number('confidence', [0, 1]) : 0.95
  const accept = query.has('accept') ? query.count('accept', 0, 1000) : 2
  const lot = query.has('lot') ? { lotSize: query.count('lot', 1) } : {}
  const plan = acceptancePlan({ maxError, confidence, accept, ...lot })
  const rates = Array.from({ length: 21 }, (_, step) => (step * Math.min(1, 2 * maxError)) / 20)
  const curve = operatingCharacteristic(plan, rates).map((pass, at) => ({ errorRate: rates[at], pass }))
  return answerOf('acceptance', nothing, { value: plan.sample, reason: null, details: { ...plan, curve } })
}

export const planningMeasures = { power, acceptance }
