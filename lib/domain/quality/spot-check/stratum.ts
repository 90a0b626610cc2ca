import type { LotCriterion, OutputScores } from './lot'

/**
 * Where a unit's scores lie: per criterion at the lowest level, the highest, between, or unscored. Extreme scores are
 * where careless work hides, and each criterion has its own.
 *
 * @returns one letter per criterion, in the rubric's order; units with the same letters are one stratum
 */
export function stratumOf(scores: OutputScores, criteria: readonly LotCriterion[]): string {
  return criteria
    .map(({ id, scale }) => {
      const score = scores[id]
      if (score === undefined) return 'n'
      if (score <= scale.min) return 'a'
      return score >= scale.max ? 'z' : 'm'
    })
    .join('')
}
