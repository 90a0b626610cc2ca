import { normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { Anchor, ScaledCriterion } from './anchor'
import { judgeAnchor } from './judge-anchor'
import type { AttemptScores } from './score-attempt'

/** Anchors and raters made of dice, for the proofs beside this file. Scores in levels of a scale from 1 to 5. */

export const fiveLevels = { min: 1, max: 5, step: 1, levels: [] }
export const criteriaOf = (count: number): ScaledCriterion[] =>
  Array.from({ length: count }, (_, index) => ({ id: `c${index}`, scale: fiveLevels }))

/** An anchor with what nobody knows: the true value of each of its cells. */
export type TrueAnchor = { anchor: Anchor; truth: Record<string, number> }

const level = (value: number) => Math.min(5, Math.max(1, Math.round(value)))

type Pool = { anchors: number; criteria: number; experts: number }

/** Outputs spread over the scale, scored by careful experts; where they lie apart, the output is left out. */
export function simulatedAnchors({ anchors, criteria, experts }: Pool, random: Random): TrueAnchor[] {
  const pool: TrueAnchor[] = []
  const rubric = { version: 1, criteria: criteriaOf(criteria) }
  while (pool.length < anchors) {
    const quality = 0.6 + 4.8 * uniformDraw(random)
    const truth = Object.fromEntries(
      rubric.criteria.map(({ id }) => [id, quality + 0.7 * normalDraw(random)]),
    )
    const cells = Object.fromEntries(
      Object.entries(truth).map(([id, value]) => [
        id,
        {
          scores: Array.from({ length: experts }, () => level(value + 0.5 * normalDraw(random))),
          reason: 'as the rubric says',
        },
      ]),
    )
    const id = `anchor-${pool.length}`
    const judged = judgeAnchor({ id, taskId: id, rubricVersion: 1, cells }, { rubric, expertRange: 1 })
    if (judged.kind === 'anchor') pool.push({ anchor: judged.anchor, truth })
  }
  return pool
}

/** What a rater of some kind says about anchors. */
export type Answering = (anchors: readonly TrueAnchor[], random: Random) => AttemptScores

const answering =
  (score: (truth: number, random: Random) => number): Answering =>
  (anchors, random) =>
    Object.fromEntries(
      anchors.map(({ anchor, truth }) => [
        anchor.id,
        Object.fromEntries(Object.entries(truth).map(([id, value]) => [id, score(value, random)])),
      ]),
    )

export const constant = (value: number): Answering => answering(() => value)
export const randomPerCell: Answering = answering((_, random) => 1 + Math.floor(5 * uniformDraw(random)))
/** Knows that the middle is safer: 2, 3 or 4. */
export const randomInTheMiddle: Answering = answering((_, random) => 2 + Math.floor(3 * uniformDraw(random)))
export const randomPerOutput: Answering = (anchors, random) =>
  Object.fromEntries(
    anchors.map(({ anchor, truth }) => {
      const score = 1 + Math.floor(5 * uniformDraw(random))
      return [anchor.id, Object.fromEntries(Object.keys(truth).map((id) => [id, score]))]
    }),
  )

/** An honest rater, the same in both attempts: severity and noise in levels. */
export function honest(severity: number, noise: number): Answering {
  return answering((truth, random) => level(truth + severity + noise * normalDraw(random)))
}
