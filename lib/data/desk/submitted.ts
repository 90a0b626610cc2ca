import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import type { BlindRow } from './blind-tasks'

/** What a rater gets back for a rating. */
export type Submitted = {
  saved: { ratingId: string; revision: number } | null
  /** The oldest lease held. */
  task: BlindTask | null
  /** Leases newly taken with this answer, for a desk that holds several. */
  tasks: BlindTask[]
  progress: Progress
}

/** What the statement that writes a rating says of it. */
export type Written = { ratingId: string | null; done: number; tasks: BlindRow[] | null }
