import { mannWhitneyU } from '@/lib/stats/inference/mann-whitney-u'
import { mean } from '@/lib/stats/descriptive/mean'

/** One degraded check: what the rater gave the damaged output, and what others gave its original. */
export type DegradedOutcome = {
  /** Mean over the criteria, each as a share of its scale, 0 … 1. */
  damaged: number
  /** One per other rater, made in the same way. */
  original: number[]
}

type Scored = { score: number; scale: { min: number; max: number } }

/** A rater's scores of one output as one number, 0 … 1, so that an output counts once however many criteria there are. */
export function outputLevel(scores: readonly Scored[]): number | null {
  if (scores.length === 0) return null
  return mean(scores.map(({ score, scale }) => (score - scale.min) / (scale.max - scale.min)))
}

/** The p up to which a rater passes. */
export const DEGRADED_PASS = 0.1
/** The exact distribution of tied ranks is affordable up to here. */
const LARGEST_EXACT = 40
/** Fewer of the rater's own outputs to compare with say too little about the rater. */
const FEWEST_WHOLE = 20

export type DegradedStanding = {
  /** Damaged outputs judged. */
  n: number
  /** One-sided Mann–Whitney; null without a comparison. */
  p: number | null
  /** `undecided`: so few that not even the lowest scores of all could pass. */
  verdict: 'passed' | 'failed' | 'undecided'
}

/**
 * Whether a rater sees damage, one-sided Mann–Whitney, passed at p ≤ 0.10. Where all values are equal, nothing speaks for
 * the rater: p = 1.
 *
 * With enough of `whole`, how far damaged outputs score below what others gave their originals is compared with how far
 * the same rater's scores of whole outputs lie from what others gave these: severity, chance and an eternal middle
 * score are in both and cancel out. Without, the rater's scores of damaged outputs are compared with others' scores of
 * the originals as they are, and whoever scores everything low passes.
 *
 * @param whole own level − mean level of others, for outputs of live work that the rater has scored
 */
export function degradedStanding(
  outcomes: readonly DegradedOutcome[],
  whole: readonly number[] = [],
): DegradedStanding {
  const compared = outcomes.filter(({ original }) => original.length > 0)
  const n = compared.length
  if (n === 0) return { n, p: null, verdict: 'undecided' }
  const isOwn = whole.length >= FEWEST_WHOLE
  const damaged = compared.map((each) => rounded(each.damaged - (isOwn ? mean(each.original) : 0)))
  const others = (isOwn ? whole : compared.flatMap(({ original }) => original)).map(rounded)
  const p = probability(damaged, others)
  if (p <= DEGRADED_PASS + 1e-12) return { n, p, verdict: 'passed' }
  const lowest = damaged.map(() => Math.min(...others) - 1)
  return { n, p, verdict: probability(lowest, others) > DEGRADED_PASS + 1e-12 ? 'undecided' : 'failed' }
}

/** Equal differences stay equal, whatever binary fractions say: ties count. */
const rounded = (value: number) => Math.round(value * 1e9) / 1e9

function probability(damaged: readonly number[], others: readonly number[]): number {
  const method = damaged.length + others.length <= LARGEST_EXACT ? 'exact' : 'auto'
  return mannWhitneyU(damaged, others, { alternative: 'less', method }).p ?? 1
}
