import { cellCollector, type JudgedCell } from '@/lib/domain/leaderboard/cells'
import { countsWith } from '@/lib/domain/leaderboard/rating-row'
import type { Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import type { LoadedStudy } from '@/lib/data/releases/board-settings'
import { decisionRow, type StoredDecision } from '@/lib/data/releases/decision-rows'
import { inOrderOfRating, scoreRowsSql } from '@/lib/data/releases/score-rows-sql'

/** A score of one cell, whether it counts or not. */
export type CellRatingRow = {
  ratingId: string
  rater: string
  revision: number
  /** Whether arbitration asked for it. */
  extra: boolean
  value: number | null
  reason: string | null
  /** The words of the decision by which it does not count. */
  excludedFor: string | null
  at: string
}

export type NamedCell = { outputId: string; prompt: string; model: string; criterion: string }

/** Everything that was said about one cell, corrected scores and earlier rubrics included, in order of arrival. */
export async function ratingsOfCell(
  tx: Transaction,
  study: LoadedStudy,
  cell: NamedCell,
): Promise<CellRatingRow[]> {
  const columns = Prisma.sql`judged.id AS "ratingId", e.pseudonym AS rater, judged.revision, judged.score AS value, judged.reason,
    judged.kind = 'extra' AND cardinality(judged.scope_cells) > 0 AS extra, judged.excluded_for AS "excludedFor", judged.submitted_at AS at`
  const where = Prisma.sql`WHERE judged.output_id = ${cell.outputId}::uuid AND judged.criterion = ${cell.criterion}`
  const scope = { studyId: study.id, rubricId: study.rubricId, outputId: cell.outputId }
  return tx.$queryRaw<CellRatingRow[]>(scoreRowsSql(scope, { columns, where, end: inOrderOfRating }))
}

type Said = { rows: readonly CellRatingRow[]; decisions: readonly StoredDecision[] }

/** The cell as the board takes it; null where nothing was said about it. */
export function judgedCell(
  { settings }: LoadedStudy,
  cell: NamedCell,
  { rows, decisions }: Said,
): JudgedCell | null {
  const collector = cellCollector(settings)
  const { prompt, model, criterion } = cell
  for (const { ratingId: rating_id, rater, value: score, reason } of rows) {
    const counts = countsWith(reason)
    collector.add({ rating_id, kind: 'rating', prompt, model, rater, criterion, score, counts, reason })
  }
  for (const decision of decisions) collector.add(decisionRow(decision))
  return collector.judged().cells[0] ?? null
}
