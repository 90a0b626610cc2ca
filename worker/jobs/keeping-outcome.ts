import { keepFailure, keepRefusal } from '@/lib/data/imports/import-outcomes'
import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'

type Attempt = { importId: string; isLast: boolean }

/**
 * The admin who waits learns how it ended: a refusal in its own words, and a crash as a failure once the queue gives up
 * trying again.
 */
export async function keepingOutcome(
  admin: Admin,
  { importId, isLast }: Attempt,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run()
  } catch (error) {
    // Discarded while it waited.
    if (error instanceof UserError && error.code === 'not_found') return
    if (error instanceof UserError) return keepRefusal(admin, importId, error)
    if (isLast) await keepFailure(admin, importId)
    throw error
  }
}
