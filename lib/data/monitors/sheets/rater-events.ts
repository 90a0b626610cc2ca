import { z } from 'zod'
import { monitorName } from '@/lib/domain/quality/monitors/monitor-name'
import { monitorStep } from '@/lib/domain/quality/monitors/monitor-rules'
import { inspectionLevels } from '@/lib/domain/quality/spot-check/lot-plan'
import type { Appeal, RaterEvent } from '@/lib/domain/quality/views/rater-view'
import { db } from '@/lib/data/db'

type Who = { studyId: string; raterId: string }

/** How closely a rater's lots are looked at is nothing for the rater's eyes. */
const FOR_INSPECTORS = ['level_set']
const levelSet = z.object({ level: z.enum(inspectionLevels) })

/** What was done about a rater, by rule or by a person, newest first. */
export async function eventsOf(who: Who, { forRater }: { forRater: boolean }): Promise<RaterEvent[]> {
  const { studyId, raterId } = who
  const byRule = await db.monitorAction.findMany({ where: { studyId, raterId } })
  const byPerson = await db.enrolmentAct.findMany({
    where: { studyId, raterId, ...(forRater ? { act: { notIn: FOR_INSPECTORS } } : {}) },
  })
  return [
    ...byRule.map(({ at, monitor, step }): RaterEvent => ({
      at: at.toISOString(),
      by: 'rule',
      act: step,
      monitor: monitorName.parse(monitor),
      step: monitorStep.parse(step),
      level: null,
      reason: null,
    })),
    ...byPerson.map(({ at, act, reason, detail }): RaterEvent => ({
      at: at.toISOString(),
      by: 'person',
      act,
      monitor: null,
      step: null,
      level: act === 'level_set' ? levelSet.parse(detail).level : null,
      reason,
    })),
  ].sort((one, other) => other.at.localeCompare(one.at))
}

/** A rater's appeals in a study, newest first. */
export async function appealsOf({ studyId, raterId }: Who): Promise<Appeal[]> {
  const rows = await db.appeal.findMany({ where: { studyId, raterId }, orderBy: { createdAt: 'desc' } })
  return rows.map(({ id, createdAt, text, state, answer, answeredAt }) => ({
    id,
    at: createdAt.toISOString(),
    text,
    state,
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
}
