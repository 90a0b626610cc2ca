import { z } from 'zod'
import { MOST_CHECKS, totalRate, type CheckRates } from '@/lib/domain/quality/checks/check-kind'
import type { CheckSeed } from '@/lib/domain/quality/checks/check-slots'
import { progressWithChecks } from '@/lib/domain/quality/checks/work-left'

const rate = z.number().min(0).max(1).default(0)
const stored = z.object({ gold: rate, repeat: rate, degraded: rate })

/**
 * The rates of hidden checks that a protocol asks for; null where it asks for none. More than the limit is refused at
 * every door by now; a protocol that was kept before is brought down to it.
 */
export function checkRates(checks: unknown): CheckRates | null {
  const rates = stored.parse(checks ?? {})
  const total = totalRate(rates)
  if (total === 0) return null
  const scale = Math.min(1, MOST_CHECKS / total)
  return { gold: rates.gold * scale, repeat: rates.repeat * scale, degraded: rates.degraded * scale }
}

/** What of an enrolment tells how much work there is, checks among it. */
export type Workload = { tasks: number; checks: unknown; seedA: number; seedB: number }

const known = new Map<string, number>()

/**
 * All that a rater may be handed out until the last of so many live tasks: a check is work like any other, so the checks
 * to come are counted in advance. Walking along the places takes a while in a large study, so it is kept.
 */
export function workOf({ tasks, checks, seedA, seedB }: Workload): number {
  const rates = checkRates(checks)
  if (!rates) return tasks
  const key = [tasks, totalRate(rates), seedA, seedB].join(' ')
  const found = known.get(key)
  if (found !== undefined) return found
  const seed: CheckSeed = [seedA, seedB]
  const { left } = progressWithChecks({ done: 0, held: 0, assignments: 0, live: tasks }, { rates, seed })
  if (known.size >= 10_000) known.clear()
  known.set(key, left)
  return left
}
