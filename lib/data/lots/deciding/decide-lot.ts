import { z } from 'zod'
import type { Inspector } from '@/lib/domain/people/actor'
import { lotDecision, lotOverride, requireOverride } from '@/lib/domain/quality/spot-check/lot-decision'
import { lotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import { inspectionLevels } from '@/lib/domain/quality/spot-check/lot-plan'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { enrolmentOf } from '@/lib/data/quality/enrolment'
import { lockedSealedStudy } from '@/lib/data/quality/locked-study'
import { committedUnits } from '@/lib/data/lots/lot-outcomes'
import { lockedLot } from '@/lib/data/lots/lot-place'
import { renewScheme } from './scheme'
import { settleLot } from './settle-lot'

export const lotVerdict = lotOverride
  .omit({ by: true })
  .extend({ reason: z.string().trim().min(1).max(2000) })
export type LotVerdict = z.infer<typeof lotVerdict>

type Place = { slug: string; lotId: string }

/**
 * A person decides a lot otherwise than its plan, or where the plan cannot. What the lot stopped counts again where it no
 * longer should be stopped, and the other way.
 *
 * @throws UserError `conflict` for a decision that changes nothing, and for a lot that is withdrawn
 */
export async function decideLot(
  inspector: Inspector,
  { slug, lotId }: Place,
  verdict: LotVerdict,
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const study = await lockedSealedStudy(tx, slug)
      const lot = await lockedLot(tx, study, lotId)
      if (lot.withdrawn)
        throw new UserError(
          'conflict',
          'This lot is withdrawn: its rater is excluded, and nothing of it counts.',
        )
      const before = await tx.lotDecision.findMany({
        where: { lotId: lot.id, byId: { not: null } },
        orderBy: { sequence: 'asc' },
      })
      const standing = lotStanding(lot.plan, (await committedUnits(tx, [lot.id])).get(lot.id) ?? [])
      const overrides = before.map(({ outcome, reason, byId }) =>
        lotOverride.parse({ outcome, reason, by: byId }),
      )
      requireOverride({ ...verdict, by: inspector.id }, lotDecision(standing, overrides))
      await settleLot(tx, lot, { ...verdict, by: 'person', inspectorId: inspector.id })
    },
    { timeout: 60_000, maxWait: 20_000 },
  )
}

export const levelSetting = z.object({
  rater: z.string().min(1).max(40),
  level: z.enum(inspectionLevels),
  reason: z.string().trim().min(1).max(2000),
})
export type LevelSetting = z.infer<typeof levelSetting>

/** A person sets how closely a rater is inspected from the next lot on; lots move it from there. */
export async function setLevel(inspector: Inspector, slug: string, setting: LevelSetting): Promise<void> {
  const { rater, level, reason } = levelSetting.parse(setting)
  const { studyId, raterId } = await enrolmentOf(inspector, slug, rater)
  await db.$transaction(async (tx) => {
    await lockedSealedStudy(tx, slug)
    const act = { studyId, raterId, act: 'level_set', reason, detail: { level }, byId: inspector.id }
    const { sequence } = await tx.enrolmentAct.create({ data: act, select: { sequence: true } })
    await renewScheme(tx, { studyId, raterId })
    const detail = { rater: raterId, level, reason, act: String(sequence) }
    await recordAudit(tx, {
      actorId: inspector.id,
      action: 'rater.level_set',
      studyId,
      subjectId: raterId,
      detail,
    })
  })
}
