import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'

/** Errors so far and those allowed, for sentences. */
export function errorsOf({ errors, accept }: LotStanding): { errors: number; accept: number } {
  return { errors, accept }
}
