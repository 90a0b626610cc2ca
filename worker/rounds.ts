import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/server/log'

export type Round = { name: string; everyMs: number; run: () => Promise<unknown> }

/**
 * Does something again and again until told to stop. A round that fails (the database restarts, say) is logged and the
 * next one comes in its time.
 */
export async function keepDoing({ name, everyMs, run }: Round, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await run().catch((err: unknown) => log.warn({ round: name, err }, 'round failed'))
    await pause(everyMs, undefined, { signal: stop }).catch(() => undefined)
  }
}
