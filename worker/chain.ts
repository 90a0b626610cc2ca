import { processDue } from '@/lib/data/chain/process-due'
import { log } from '@/lib/server/log'
import type { Round } from './rounds'

/** As many rows as are looked at before the worker asks whether it is to stop. */
const atOnce = 500

/** Ratings that came in reach monitors, agreed scores and lots within a second. */
export const lookAtDue = (stop: AbortSignal): Round => ({
  name: 'quality chain',
  everyMs: 300,
  run: async () => {
    for (;;) {
      const { done, failed } = await processDue(atOnce)
      for (const { due, error } of failed) {
        log.error(
          { err: error, task: due.taskId, rating: due.ratingId },
          'a due row failed; it comes again in a minute',
        )
      }
      if (done < atOnce || stop.aborted) return
    }
  },
})
