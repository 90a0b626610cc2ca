import type { ClosedBecause } from './closed-because'
import type { DeskRefusal } from './desk-transport'

/** What becomes of a rating on its way after a refusal. */
export type Fate = 'retry' | 'signIn' | 'fix' | 'lost' | 'taken' | 'closed'

/**
 * Only what a repeat can cure is repeated: no answer, a busy or broken server. A rating that the server will never take
 * stays on this device as a draft that can be read and copied.
 */
export function fateOf(refusal: DeskRefusal): Fate {
  switch (refusal.code) {
    case 'unauthenticated':
      return 'signIn'
    case 'invalid':
    case 'too_large':
      return 'fix'
    case 'closed':
    case 'sealed':
      return 'closed'
    case 'conflict':
    case 'locked':
      return 'taken'
    case 'lease_lost':
    case 'not_found':
    case 'gone':
    case 'forbidden':
      return 'lost'
    default:
      return 'retry'
  }
}

/** Why a desk that gets no tasks gets none. What is hidden from a rater is nothing that the rater takes part in. */
export function whyClosed({ code, because }: Pick<DeskRefusal, 'code' | 'because'>): ClosedBecause {
  return because ?? (code === 'closed' || code === 'sealed' ? 'study_closed' : 'not_at_work')
}

/** Doubling from one second to half a minute, with up to a quarter of chance so that many desks do not come at once. */
export function retryDelayMs(attempt: number, random: () => number): number {
  return Math.min(30_000, 1000 * 2 ** attempt) * (1 + random() / 4)
}
