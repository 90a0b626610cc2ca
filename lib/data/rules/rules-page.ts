import type { Admin } from '@/lib/domain/people/actor'
import { settingsOf } from '@/lib/domain/quality/rule-changes/rule-settings'
import { rulesOf } from '@/lib/domain/quality/quality-rules'
import type { RulesPage } from '@/lib/domain/quality/views/rules-view'
import { supplyOf } from '@/lib/data/calibration/anchors/supply'
import { db } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { panelTally } from '@/lib/data/lots/panel-tally'
import { studyHead } from '@/lib/data/quality/study-head'
import { warningsAbout } from './warnings-about'

/** The rules of a study's quality chain, as they are now. */
export async function rulesPage(_admin: Admin, slug: string): Promise<RulesPage> {
  const { id, name, state, roundId, rubricId } = await studyHead(db, slug)
  const row = await db.protocol.findFirstOrThrow({ where: { studyId: id }, orderBy: { version: 'desc' } })
  const settings = settingsOf(row)
  const [supply, warnings, { criteria }, units, panel] = await Promise.all([
    supplyOf(db, id),
    warningsAbout({ id }, settings),
    rubricOf(db, rubricId),
    unitsPerRating(id),
    panelTally(roundId),
  ])
  return {
    study: { slug, name, state },
    version: row.version,
    ratingsPerTask: row.ratingsPerTask,
    rules: rulesOf(row),
    settings,
    supply,
    warnings,
    scales: criteria.map(({ id: criterion, name: called, scale }) => ({
      id: criterion,
      name: called,
      scale,
    })),
    unitsPerRating: units,
    panel,
  }
}

/** Outputs that one rating judges, on average; null before there are tasks. */
async function unitsPerRating(studyId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ units: number | null }[]>`
    SELECT count(x.output_id)::float8 / nullif(count(DISTINCT t.id), 0) AS units
    FROM task t LEFT JOIN task_output x ON x.task_id = t.id WHERE t.study_id = ${studyId}::uuid`
  return row?.units ?? null
}
