import { z } from 'zod'

/** Why people disagreed, as the one who decided saw it; in the order of their keys. */
export const causes = ['unclear_prompt', 'unclear_rubric', 'slip', 'taste', 'knowledge'] as const
export const cause = z.enum(causes)
export type Cause = z.infer<typeof cause>
