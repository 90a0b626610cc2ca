import type { Progress } from '@/lib/domain/rating/blind-task'
import { workOf, type Workload } from '@/lib/data/checks/check-rates'
import { Prisma } from '@/lib/data/generated/client'

/** Of `enrolment e`, `protocol p` and `round r`: what `progressOf` needs. */
export const workloadSql = Prisma.sql`e.done, r.task_count AS tasks, p.checks,
  e.check_seed_a::float8 AS "seedA", e.check_seed_b::float8 AS "seedB"`

/**
 * How far this rater is; `left` is the most that may still come, since others work along the same line. Checks count as
 * work on both sides, so each task sent takes `left` down by one, whatever it was.
 */
export function progressOf(seat: Workload & { done: number }, more: boolean): Progress {
  return { done: seat.done, left: more ? Math.max(1, workOf(seat) - seat.done) : 0 }
}
