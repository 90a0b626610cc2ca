import type { Inspector } from '@/lib/domain/people/actor'
import type { LotQueue } from '@/lib/domain/quality/views/lot-view'
import { db } from '@/lib/data/db'
import { rulesInForce } from '@/lib/data/quality/rules'
import { studyHead } from '@/lib/data/quality/study-head'
import { lotRows } from './lot-rows'

/** The lots of a study: those that wait for inspection first. */
export async function lotQueue(inspector: Inspector, slug: string): Promise<LotQueue> {
  const { id, name, state, roundId } = await studyHead(db, slug)
  const { spotCheck: terms } = await rulesInForce(db, id)
  const lots = await lotRows(db, inspector, { roundId })
  return { study: { slug, name, state }, terms, lots: lots.map(({ row }) => row) }
}
