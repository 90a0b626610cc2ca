import type { ErrorCode } from '@/lib/domain/user-error'
import type { BlindTask, Progress } from './blind-task'
import type { ClosedBecause } from './closed-because'
import type { Draft } from './draft'
import type { CorrectionInput, RatingInput } from './rating'

export type Saved = { ratingId: string; revision: number }
export type Claimed = {
  task: BlindTask | null
  tasks: BlindTask[]
  progress: Progress
  /** These are tasks of a calibration: their place is the calibration's page, with feedback. */
  calibrates?: true
  /** Why there is none, where the rater may know. */
  because?: ClosedBecause
}
export type Submitted = {
  saved: Saved | null
  task: BlindTask | null
  tasks?: BlindTask[]
  progress: Progress
}
export type Extended = { leaseUntil: string }
export type OwnRating = Saved & Draft & { submittedAt: string; locked: boolean; task: BlindTask }
export type OwnRatings = { ratings: OwnRating[]; next: string | null }

/** `offline`: no answer came; `because`: which kind of `closed` it is. */
export type DeskRefusal = {
  code: ErrorCode | 'offline'
  message: string
  fields?: Record<string, string>
  because?: ClosedBecause
}

/** `serverNow` is the server's clock in ms: leases are told by it, and the browser's clock may be anything. */
export type DeskAnswer<T> = { ok: true; value: T; serverNow: number } | { ok: false; error: DeskRefusal }

/** How the desk reaches the server; the preview brings its own. */
export type DeskTransport = {
  claim: (hold: number) => Promise<DeskAnswer<Claimed>>
  submit: (input: RatingInput) => Promise<DeskAnswer<Submitted>>
  extend: (assignmentId: string) => Promise<DeskAnswer<Extended>>
}

export type OwnRatingsTransport = {
  list: (cursor: string | null) => Promise<DeskAnswer<OwnRatings>>
  correct: (ratingId: string, input: CorrectionInput) => Promise<DeskAnswer<{ saved: Saved }>>
}
