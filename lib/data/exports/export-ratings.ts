import type { Admin } from '@/lib/domain/people/actor'
import { agreedLookup } from '@/lib/domain/leaderboard/agreed-lookup'
import { ratingColumns, type RatingRow } from '@/lib/domain/leaderboard/rating-row'
import { isUnsealed } from '@/lib/domain/study/study-state'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { loadStudy, type LoadedStudy } from '@/lib/data/releases/board-settings'
import { oneSnapshot } from '@/lib/data/releases/compute-board'
import { judgedCells } from '@/lib/data/releases/judged-cells'
import { forEachRatingPage } from '@/lib/data/releases/rating-rows'
import { refuseSealed } from '@/lib/data/releases/seal'
import type { StoredRating } from '@/lib/data/releases/stored-rating'
import { lineWriter, type ExportFormat, type Sink } from './lines'
import { sealedNames } from './sealed-names'

/**
 * All ratings of a study with every revision, one score a row. Returns the number of rows.
 *
 * What a sealed study's export says and does not: scores hang on codes that no two outputs share, so nothing can be
 * summed by model. Prompts have codes too, for the bundle's id would lead to the texts. Comments are left out: they
 * quote outputs, and whoever uploaded the texts would know the model. The agreed score is left out as it is a result.
 * What remains is who scored what when: an admin who sits beside a rater can match a row by its time, and very unlike
 * lengths of texts show in the seconds.
 */
export async function exportRatings(
  admin: Admin,
  slug: string,
  { format, sink }: { format: ExportFormat; sink: Sink },
): Promise<number> {
  const study = await loadStudy(slug, 0)
  const sealed = !isUnsealed(study.state)
  return db.$transaction(async (tx) => {
    if (!sealed) await refuseSealed(tx, study)
    const finish = sealed ? sealedFinish() : await openFinish(tx, study)
    const { header, line } = lineWriter(format, ratingColumns)
    let rows = 0
    await sink(header)
    await forEachRatingPage(tx, study, {
      where: Prisma.empty,
      take: async (page) => {
        rows += page.length
        await sink(page.map((row) => line(finish(row))).join(''))
      },
    })
    const detail = { what: 'ratings', format, rows, sealed }
    await recordAudit(tx, {
      actorId: admin.id,
      action: 'study.exported',
      studyId: study.id,
      subjectId: study.id,
      detail,
    })
    return rows
  }, oneSnapshot)
}

type Finish = (row: StoredRating) => RatingRow

function sealedFinish(): Finish {
  const names = sealedNames()
  return (row) => ({ ...row, ...names(row), reason: row.reason, agreed: null, comment: null })
}

async function openFinish(tx: Transaction, study: LoadedStudy): Promise<Finish> {
  const agreed = agreedLookup(study.settings, (await judgedCells(tx, study)).cells)
  return (row) => ({
    ...row,
    agreed: agreed(row),
    reason: row.reason === 'excluded' ? row.excluded_for : row.reason,
  })
}
