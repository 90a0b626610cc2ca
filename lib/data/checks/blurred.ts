import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

const MOST_MS = 8

/**
 * Waits a few milliseconds, by lot. Handing out a check writes one row more than handing out work, and takes about a
 * tenth of a millisecond longer; in a study with checks every answer of the desk is late by more than that, so that nobody
 * can tell one from the other by a clock (`npm run bench -- checks`).
 */
export async function blurred(): Promise<void> {
  await setTimeout(randomInt(MOST_MS + 1))
}
