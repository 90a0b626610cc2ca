import type { Aftermath } from '@/lib/domain/quality/spot-check/aftermath'
import { groupBy } from '@/lib/domain/group-by'
import type { CountingChange } from '@/lib/data/cells/counting/counting'

/** The latest decision about an output of a rating, where it says no. */
export type StopInForce = { ratingId: string; outputId: string; reason: string }

type Reason = Aftermath['stopCounting'][number]['reason']
type Changed = { ratingId: string; outputs: string[] }

export type CountingChanges = { release: Changed[]; stop: (Changed & { reason: Reason })[] }

/** Stops that a lot made; the others are not its to undo. */
const reasons: readonly string[] = ['lot_failed', 'found_in_error'] satisfies Reason[]

/** From what a lot wants stopped and what is stopped, by it or for another reason: what has to change. */
export function changesOf(
  wanted: Aftermath['stopCounting'],
  inForce: readonly StopInForce[],
): CountingChanges {
  const keyOf = (ratingId: string, outputId: string) => `${ratingId} ${outputId}`
  const asked = new Set(
    wanted.flatMap(({ ratingId, outputs }) => outputs.map((output) => keyOf(ratingId, output))),
  )
  const stopped = new Set(inForce.map(({ ratingId, outputId }) => keyOf(ratingId, outputId)))
  const released = inForce.filter(
    ({ ratingId, outputId, reason }) => reasons.includes(reason) && !asked.has(keyOf(ratingId, outputId)),
  )
  const release = [...groupBy(released, ({ ratingId }) => ratingId)].map(([ratingId, stops]) => ({
    ratingId,
    outputs: stops.map(({ outputId }) => outputId),
  }))
  const stop = wanted
    .map(({ ratingId, outputs, reason }) => ({
      ratingId,
      reason,
      outputs: outputs.filter((output) => !stopped.has(keyOf(ratingId, output))),
    }))
    .filter(({ outputs }) => outputs.length > 0)
  return { release, stop }
}

/** What stops, by the reason that goes on record. */
export function byReason(
  stop: CountingChanges['stop'],
): { reason: Reason; ratings: CountingChange['ratings'] }[] {
  return [...groupBy(stop, ({ reason }) => reason)].map(([reason, ratings]) => ({ reason, ratings }))
}
