import { monitorState } from '@/lib/domain/quality/monitors/monitor-state'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { scaleValues } from '@/lib/domain/study/scale'
import { db } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { criteriaOf } from '@/lib/data/monitors/observing/scales'

/** How often a rater gave each level of the criteria in force. */
export async function levelsOf({
  studyId,
  raterId,
}: {
  studyId: string
  raterId: string
}): Promise<Fingerprint['levels']> {
  const kept = await db.monitor.findUnique({
    where: { studyId_raterId: { studyId, raterId } },
    select: { state: true },
  })
  const given = kept === null ? {} : monitorState.parse(kept.state).levels
  const rubric = await db.rubric.findFirstOrThrow({
    where: { studyId },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  const names = new Map((await rubricOf(db, rubric.id)).criteria.map(({ id, name }) => [id, name]))
  return (await criteriaOf(db, rubric.id)).map(({ id, key, scale }) => ({
    criterionId: key,
    name: names.get(key) ?? key,
    counts: scaleValues(scale).map((value, level) => ({ value, count: given[id]?.[level] ?? 0 })),
  }))
}
