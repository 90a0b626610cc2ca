import { z } from 'zod'
import { groupBy } from '@/lib/domain/group-by'

/** Why people disagreed, as the one who decided saw it; in the order of their keys. */
export const causes = ['unclear_prompt', 'unclear_rubric', 'slip', 'taste', 'knowledge'] as const
export const cause = z.enum(causes)
export type Cause = z.infer<typeof cause>

export type CauseCount = { id: string; disputed: number; causes: Record<Cause, number> }

/**
 * Criteria, or prompts, by how often their cells were decided, the most often first: where the rubric or a prompt wants
 * repair. Without a word about scores.
 *
 * @param decided one entry per decided cell, under the id to count by; a null cause was not said
 */
export function causesBy(decided: readonly { id: string; cause: Cause | null }[]): CauseCount[] {
  return Array.from(
    groupBy(decided, ({ id }) => id),
    ([id, cells]) => {
      const times = (one: Cause) => cells.filter((each) => each.cause === one).length
      const counts: Record<Cause, number> = {
        unclear_prompt: times('unclear_prompt'),
        unclear_rubric: times('unclear_rubric'),
        slip: times('slip'),
        taste: times('taste'),
        knowledge: times('knowledge'),
      }
      return { id, disputed: cells.length, causes: counts }
    },
  ).sort((a, b) => b.disputed - a.disputed || (a.id < b.id ? -1 : 1))
}
