import type { Transaction } from '@/lib/data/db'
import type { Prisma } from '@/lib/data/generated/client'
import type { LoadedStudy } from './board-settings'
import { decisionRow, decisionsOf, type StoredDecision } from './decision-rows'
import { forEachPage } from './pages'
import { inOrderOfRating, ratingColumnsSql, scoreRowsSql } from './score-rows-sql'
import type { StoredRating } from './stored-rating'

/** Rows of a ratings file in the order in which ratings came, then people's decisions about cells. */
export async function forEachRatingPage(
  tx: Transaction,
  study: LoadedStudy,
  wanted: {
    where: Prisma.Sql
    decisions?: (decision: StoredDecision) => boolean
    take: (rows: StoredRating[]) => void | Promise<void>
  },
): Promise<void> {
  const scope = { studyId: study.id, rubricId: study.rubricId }
  const where = wanted.where
  const query = scoreRowsSql(scope, { columns: ratingColumnsSql, where, end: inOrderOfRating })
  await forEachPage<StoredRating>(tx, { name: 'rating_rows', query }, wanted.take)
  const decisions = (await decisionsOf(tx, study)).filter(wanted.decisions ?? (() => true))
  if (decisions.length > 0) await wanted.take(decisions.map(decisionRow))
}
