import { sureViews } from '@/lib/domain/leaderboard/sure'
import type { Admin } from '@/lib/domain/people/actor'
import type { SureView } from '@/lib/domain/quality/views/provenance-view'
import { db, type Transaction } from '@/lib/data/db'
import { loadStudy } from '@/lib/data/releases/board-settings'
import { oneSnapshot } from '@/lib/data/releases/compute-board'
import { judgedCells } from '@/lib/data/releases/judged-cells'
import { refuseSealed } from '@/lib/data/releases/seal'

/**
 * How much a study's board depends on the way from ratings to a value.
 *
 * @throws UserError `sealed` before the study is unsealed
 */
export async function sureView(_admin: Admin, slug: string): Promise<SureView> {
  const study = await loadStudy(slug, 0)
  const { cells, raterOf } = await db.$transaction(async (tx) => {
    await refuseSealed(tx, study)
    return { cells: (await judgedCells(tx, study)).cells, raterOf: await ratersOf(tx, study.id) }
  }, oneSnapshot)
  const rater = (ratingId: string) => raterOf.get(ratingId) ?? ''
  return { study: { slug, name: study.settings.study.name }, ...sureViews(study.settings, cells, rater) }
}

async function ratersOf(tx: Transaction, studyId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; rater: string }[]>`
    SELECT r.id, a.rater_id AS rater FROM assignment a JOIN rating r ON r.assignment_id = a.id
    WHERE a.study_id = ${studyId}::uuid AND a.kind IN ('live', 'extra')`
  return new Map(rows.map(({ id, rater }) => [id, rater]))
}
