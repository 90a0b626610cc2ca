import { z } from 'zod'

/** A figure with its interval; null is "missing", never 0. `n` counts prompts, each once. */
export const figure = z.object({
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
})
export type Figure = z.infer<typeof figure>

const figures = z.record(z.string(), figure)

export const boardRow = figure.extend({
  model: z.string(),
  name: z.string(),
  kind: z.enum(['model', 'reference', 'baseline', 'human']),
  /** Null for what is listed without a rank, and where the total is missing. */
  rank: z.number().nullable(),
  rankRange: z.tuple([z.number(), z.number()]).nullable(),
  abilities: z.record(z.string(), figure),
  criteria: figures,
  /** Ability path → criterion → figure, on the criterion's own scale. */
  cells: z.record(z.string(), figures),
  needsArbitration: z.number(),
})
export type BoardRow = z.infer<typeof boardRow>

export const gateIds = ['coverage', 'arbitration', 'raters', 'checks', 'spot_check', 'agreement'] as const
export type GateId = (typeof gateIds)[number]

export const gate = z.object({
  id: z.enum(gateIds),
  value: z.number().nullable(),
  /** Null: shown, but no gate. */
  threshold: z.number().nullable(),
  passed: z.boolean(),
  waived: z.object({ by: z.string(), reason: z.string() }).nullable(),
})
export type Gate = z.infer<typeof gate>

/** What a reader has to know; `count` says of how many cells, models or prompts. */
export const caveat = z.object({
  id: z.enum([
    'mixed-scales',
    'no-abilities',
    'needs-arbitration',
    'incomplete',
    'missing-total',
    'few-prompts',
  ]),
  count: z.number().nullable(),
})
export type Caveat = z.infer<typeof caveat>

/** How much stands behind the board, and how well the raters agreed: α (interval) per criterion. */
export const evidence = z.object({
  models: z.number(),
  prompts: z.number(),
  outputs: z.number(),
  raters: z.number(),
  ratings: z.number(),
  scores: z.number(),
  alpha: z.record(
    z.string(),
    z.object({
      alpha: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      n: z.number(),
    }),
  ),
})
export type Evidence = z.infer<typeof evidence>

export const frozenBoard = z.object({
  study: z.string(),
  method: z.literal('absolute'),
  seed: z.number(),
  rows: z.array(boardRow),
  evidence,
  gates: z.array(gate),
  caveats: z.array(caveat),
})
/** A board as it is hashed: without the number of a release. */
export type FrozenBoard = z.infer<typeof frozenBoard>

export type Board = FrozenBoard & { release: number | null }
