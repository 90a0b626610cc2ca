import type { Undefined } from '@/lib/stats/figure'
import type { Labels } from '@/lib/stats/ratings'
import { labelPatterns, type LabelPatterns } from './label-patterns'
import { refuseBadLabels } from '@/lib/stats/rater-models/valid'

/** Items of unknown class under raters with probabilities of each label given each class. */
export type LatentClassModel = {
  reason: null
  patterns: LabelPatterns
  categories: number
  /** Parameters are the table P(label | truth, rater), this many numbers, and then the shares of the categories. */
  cells: number
  /** Room for one pattern: P(truth, labels) for each truth. */
  joint: Float64Array
}

/** The tables are held a few times over: 2²² numbers are 32 MB. */
const MOST_IN_TABLES = 2 ** 22
const MOST_IN_POSTERIOR = 2 ** 24

/** Below this a product of probabilities is taken anew in logarithms. */
const UNDERFLOW = 1e-280

/**
 * The model of some labels.
 *
 * @returns reason `no-ratings`, `too-few-raters` (one rater) or `no-pairs` (no item with two labels) where nothing can
 *   be told about the raters
 * @throws RangeError for a row past the items, raters or categories, and for too many categories
 */
export function latentClassModel(labels: Labels): LatentClassModel | { reason: Undefined } {
  refuseBadLabels(labels)
  const { items, raters, categories, rater } = labels
  const cells = raters * categories * categories
  if (cells > MOST_IN_TABLES || items * categories > MOST_IN_POSTERIOR)
    throw new RangeError(`${categories} categories are too many for ${raters} raters and ${items} items`)
  if (rater.length === 0) return { reason: 'no-ratings' }
  if (rater.every((by) => by === rater[0])) return { reason: 'too-few-raters' }
  const patterns = labelPatterns(labels)
  const paired = patterns.start.some((from, pattern) => (patterns.start[pattern + 1] ?? from) - from > 1)
  if (!paired) return { reason: 'no-pairs' }
  return { reason: null, patterns, categories, cells, joint: new Float64Array(categories) }
}

/** Counts where each item is each category with its share of the item's labels. */
export function countShares(model: LatentClassModel): Float64Array {
  const { patterns, categories, cells, joint } = model
  const counts = new Float64Array(cells + categories)
  for (let pattern = 0; pattern < patterns.times.length; pattern += 1) {
    joint.fill(0)
    const marks = patterns.mark.subarray(patterns.start[pattern], patterns.start[pattern + 1])
    for (const mark of marks) joint[mark % categories] = (joint[mark % categories] ?? 0) + 1 / marks.length
    addCounts(model, counts, { pattern, total: 1 })
  }
  return counts
}

/** Expected counts under the parameters: what raters said by truth, and the truths. */
export function expectCounts(
  model: LatentClassModel,
  parameters: Float64Array,
): { next: Float64Array; logLikelihood: number } {
  const { times } = model.patterns
  const next = new Float64Array(parameters.length)
  let logLikelihood = 0
  for (let pattern = 0; pattern < times.length; pattern += 1) {
    const { total, log } = joinUp(model, parameters, pattern)
    logLikelihood += (times[pattern] ?? 0) * log
    addCounts(model, next, { pattern, total })
  }
  return { next, logLikelihood }
}

/** Adds a pattern's items to the counts, each category with its part of `joint`. */
function addCounts(
  model: LatentClassModel,
  counts: Float64Array,
  of: { pattern: number; total: number },
): void {
  const { patterns, categories, cells, joint } = model
  const from = patterns.start[of.pattern] ?? 0
  const end = patterns.start[of.pattern + 1] ?? 0
  if (from === end) return
  const scale = (patterns.times[of.pattern] ?? 0) / of.total
  for (let truth = 0; truth < categories; truth += 1) {
    const share = (joint[truth] ?? 0) * scale
    counts[cells + truth] = (counts[cells + truth] ?? 0) + share
    for (let at = from; at < end; at += 1) {
      const cell = (patterns.mark[at] ?? 0) * categories + truth
      counts[cell] = (counts[cell] ?? 0) + share
    }
  }
}

/** Fills `joint` with P(truth, labels) of a pattern, up to a factor; its sum, and the logarithm of P(labels). */
function joinUp(
  model: LatentClassModel,
  parameters: Float64Array,
  pattern: number,
): { total: number; log: number } {
  const { patterns, categories, cells, joint } = model
  const from = patterns.start[pattern] ?? 0
  const end = patterns.start[pattern + 1] ?? 0
  let total = 0
  for (let truth = 0; truth < categories; truth += 1) {
    let product = parameters[cells + truth] ?? 0
    for (let at = from; at < end; at += 1)
      product *= parameters[(patterns.mark[at] ?? 0) * categories + truth] ?? 0
    joint[truth] = product
    total += product
  }
  if (total > UNDERFLOW) return { total, log: Math.log(total) }
  const logs = joint.map((_, truth) => {
    let sum = Math.log(parameters[cells + truth] ?? 0)
    for (let at = from; at < end; at += 1)
      sum += Math.log(parameters[(patterns.mark[at] ?? 0) * categories + truth] ?? 0)
    return sum
  })
  const most = logs.reduce((a, b) => Math.max(a, b))
  joint.set(logs.map((log) => Math.exp(log - most)))
  total = joint.reduce((sum, share) => sum + share, 0)
  return { total, log: most + Math.log(total) }
}

/** P(truth | labels) of each item, items × categories, row by row. */
export function posteriorOf(model: LatentClassModel, parameters: Float64Array): Float64Array {
  const { patterns, categories, joint } = model
  const ofPattern = new Float64Array(patterns.times.length * categories)
  for (let pattern = 0; pattern < patterns.times.length; pattern += 1) {
    const { total } = joinUp(model, parameters, pattern)
    for (let truth = 0; truth < categories; truth += 1)
      ofPattern[pattern * categories + truth] = (joint[truth] ?? 0) / total
  }
  const posterior = new Float64Array(patterns.of.length * categories)
  for (let item = 0; item < patterns.of.length; item += 1) {
    const from = (patterns.of[item] ?? 0) * categories
    for (let truth = 0; truth < categories; truth += 1)
      posterior[item * categories + truth] = ofPattern[from + truth] ?? 0
  }
  return posterior
}
