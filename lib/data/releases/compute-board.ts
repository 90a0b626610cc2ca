import type { Admin } from '@/lib/domain/people/actor'
import type { Board } from '@/lib/domain/leaderboard/board'
import { chainGates } from '@/lib/domain/leaderboard/chain-gates'
import { computeLeaderboard } from '@/lib/domain/leaderboard/compute-leaderboard'
import { db } from '@/lib/data/db'
import { chainFacts } from './chain-facts'
import { judgedCells } from './judged-cells'
import { loadStudy } from './board-settings'
import { refuseSealed } from './seal'

/** Long enough for a million scores; one snapshot for all that is read. */
export const oneSnapshot = { isolationLevel: 'RepeatableRead', timeout: 600_000, maxWait: 20_000 } as const

/** Computes a study's board as it stands, and writes nothing. */
export async function computeBoard(_admin: Admin, slug: string, { seed }: { seed: number }): Promise<Board> {
  const loaded = await loadStudy(slug, seed)
  const { judged, chain } = await db.$transaction(async (tx) => {
    await refuseSealed(tx, loaded)
    return { judged: await judgedCells(tx, loaded), chain: chainGates(await chainFacts(tx, loaded)) }
  }, oneSnapshot)
  const { study, ...rest } = computeLeaderboard(loaded.settings, judged, { chain })
  return { study, release: null, ...rest }
}
