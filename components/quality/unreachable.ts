import type { Refused } from '@/components/study/act'

/** What an action comes to where the server was not reached at all. */
export function unreachable(): { ok: false; error: Refused } {
  return { ok: false, error: { code: 'unavailable', message: '' } }
}
