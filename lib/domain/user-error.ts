import type { ClosedBecause } from '@/lib/domain/rating/closed-because'

/** Stable words that scripts may rely on. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'gone'
  | 'conflict'
  | 'locked'
  | 'lease_lost'
  | 'closed'
  | 'sealed'
  | 'blocked'
  | 'unsupported'
  | 'disconnected'
  | 'origin'
  | 'too_large'
  | 'throttled'
  | 'unavailable'
  | 'internal'

/** A sentence of the message files, so that a screen can say it in the reader's language. */
export type Words = { id: string; values?: Record<string, string | number> }

/** Where something is wrong, what came and what was expected. */
export type Problem = {
  file: string | null
  /** Line of a text file or record of a table, from 1; null where the whole file is meant. */
  row: number | null
  field: string | null
  got: string | null
  expected: string
  /** The same on screen: `got` where it is described rather than shown. No part of what the command line prints. */
  words?: { got?: Words; expected: Words }
}

/** A refusal that the user can do something about. All else crashes and is logged. */
export class UserError extends Error {
  override readonly name = 'UserError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly more: {
      fields?: Record<string, string>
      problems?: Problem[]
      problemCount?: number
      components?: string[][]
      /** Which kind of `closed` it is, at a rater's desk. */
      because?: ClosedBecause
    } = {},
  ) {
    super(message)
  }
}
