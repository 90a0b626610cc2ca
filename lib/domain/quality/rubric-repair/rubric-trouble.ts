import type { StudyState } from '@/lib/domain/study/study-state'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import type { Criterion } from '@/lib/domain/study/rubric'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import type { AlphaFigure } from './alpha-by-prompt'

/** Cells of a criterion or a prompt, and how many of them were ever in dispute. Counts: nothing of any score. */
export type Disputes = {
  /** Cells with enough ratings to be compared. */
  cells: number
  disputed: number
  /** Why, as arbiters saw it. */
  causes: Record<Cause, number>
}

export type CriterionTrouble = Disputes & { criterion: Criterion; alpha: AlphaFigure; since: number }
export type PromptTrouble = Disputes & { promptId: string; text: string; abilities: string[] }

/** Where a study's raters disagree, and the rubric to be repaired. For admins: no model, no output and no score. */
export type RubricTrouble = {
  study: { slug: string; name: string; state: StudyState }
  version: number
  /** Ratings asked of each task. */
  ratingsPerTask: number
  /** In the order of the rubric. */
  criteria: CriterionTrouble[]
  /** Those with disputes, most of them first; at most `listedPrompts`. */
  prompts: PromptTrouble[]
  /** Prompts with disputes, listed or not. */
  disputedPrompts: number
}

export const listedPrompts = 50

export const noCauses = (): Record<Cause, number> => ({
  unclear_prompt: 0,
  unclear_rubric: 0,
  slip: 0,
  taste: 0,
  knowledge: 0,
})

/** Most trouble first: by the least share in dispute that the counts allow, so that 1 of 1 is not worse than 40 of 60. */
export function byTrouble<T extends Disputes>(rows: readonly T[]): T[] {
  const atLeast = ({ disputed, cells }: T) => (cells === 0 ? 0 : wilsonInterval(disputed, cells)[0])
  return rows.toSorted((a, b) => atLeast(b) - atLeast(a) || b.disputed - a.disputed)
}
