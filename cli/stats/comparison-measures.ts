import { UserError } from '@/lib/domain/user-error'
import { bootstrapByPrompt } from '@/lib/stats/comparisons/bootstrap-by-prompt'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import { comparisonCounts, sidedCounts } from '@/lib/stats/comparisons/comparison-counts'
import { davidson } from '@/lib/stats/comparisons/davidson'
import { elo } from '@/lib/stats/comparisons/elo'
import type { FittedPairs, NoPairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { raoKupper } from '@/lib/stats/comparisons/rao-kupper'
import { sandwichErrors } from '@/lib/stats/comparisons/sandwich-errors'
import { strengthIntervals } from '@/lib/stats/comparisons/strength-intervals'
import { expandedLevel } from '@/lib/stats/intervals/expanded-level'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import { rankRanges } from '@/lib/stats/ranking/rank-range'
import { rankRangesByOverlap } from '@/lib/stats/ranking/rank-range-by-overlap'
import { answerOf, seeDetails, type Answer } from './answer'
import { readComparisons, type NamedComparisons } from './comparisons-input'
import type { Measure } from './measure'
import { byName } from './named'
import { open } from './open-measure'
import type { Query } from './query'

const fits = { 'bradley-terry': bradleyTerry, davidson, 'rao-kupper': raoKupper }

/** Strengths by a model of paired comparisons; with `--side` what standing on the left is worth is fitted too. */
const strengthsBy =
  (measure: keyof typeof fits): Measure =>
  async (query) => {
    const named = await readComparisons(query)
    const { comparisons, models, n } = named
    const fit = fits[measure](query.side ? sidedCounts(comparisons) : comparisonCounts(comparisons))
    if (fit.reason) return notFitted({ measure, fit, named })
    const { lows, highs, ranges } = intervalsOf(query, fit, named)
    return answerOf(measure, n, {
      value: fit.logLikelihood,
      reason: null,
      details: {
        strengths: byName(models, fit.strengths),
        low: byName(models, lows),
        high: byName(models, highs),
        se: byName(models, fit.se),
        rankRange: byName(models, ranges),
        side: fit.side,
        tie: fit.tie,
        logLikelihood: fit.logLikelihood,
      },
    })
  }

/** From resampled prompts where resamples are asked for; else from errors that hold for prompts that hang together. */
function intervalsOf(query: Query, fit: FittedPairs, { comparisons }: NamedComparisons) {
  const { resamples, seed } = query
  if (resamples === null) {
    const robust = sandwichErrors(fit, comparisons)
    const none = fit.strengths.map(() => Number.NaN)
    // No slope differs between prompts: they say nothing about how far the strengths may be off.
    const told = robust.reason === null && robust.se.some((se) => se > 0)
    const { lows, highs } = strengthIntervals(fit.strengths, told ? robust.se : none)
    return { lows: nulls(lows), highs: nulls(highs), ranges: rankRangesByOverlap(lows, highs) }
  }
  const samples = bootstrapByPrompt(fit, comparisons, { resamples, seed })
  const level = expandedLevel(0.95, new Set(comparisons.prompt).size)
  const limits = samples.map((row) => (level === null ? null : percentileInterval(row, level)))
  const [lows, highs] = [0, 1].map((end) => limits.map((limit) => limit?.[end] ?? null))
  return { lows: lows ?? [], highs: highs ?? [], ranges: rankRanges(samples) }
}

const nulls = (numbers: Float64Array) => [...numbers].map((number) => (Number.isNaN(number) ? null : number))

type Unfitted = { measure: string; fit: NoPairFit; named: NamedComparisons }

/** Models that were never compared have no common scale: that is refused. All else is a figure that does not exist. */
function notFitted({ measure, fit: { reason, components }, named: { models, n } }: Unfitted): Answer {
  const groups = components.map((component) => component.map((model) => models[model] ?? ''))
  if (reason !== 'disconnected')
    return answerOf(measure, n, { value: null, reason, details: { components: groups } })
  const said = groups.map((group) => group.join(', ')).join(' | ')
  throw new UserError('disconnected', `Models of different groups were never compared: ${said}`, {
    components: groups,
  })
}

/** Ratings that follow the order of the rows. */
const eloMeasure: Measure = async (query) => {
  const { comparisons, models, n } = await readComparisons(query)
  if (n.ratings === 0) return answerOf('elo', n, { value: null, reason: 'no-ratings' })
  const details = { ratings: byName(models, elo(comparisons)), k: 4, base: 10, initial: 1000, scale: 400 }
  return answerOf('elo', n, seeDetails(details))
}

export const comparisonMeasures: Record<string, Measure> = {
  'bradley-terry': strengthsBy('bradley-terry'),
  davidson: strengthsBy('davidson'),
  'rao-kupper': strengthsBy('rao-kupper'),
  open,
  elo: eloMeasure,
}
