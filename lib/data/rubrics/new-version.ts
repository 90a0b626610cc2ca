import { randomUUID } from 'node:crypto'
import type { RepairedCriterion, RepairKind } from '@/lib/domain/quality/rubric-repair/repaired-criteria'
import type { Transaction } from '@/lib/data/db'
import type { Prisma } from '@/lib/data/generated/client'

/** The newest rubric of a study as it is kept. */
export type KeptRubric = Prisma.RubricGetPayload<{ include: { criteria: true } }>

/** A criterion of the new version beside the one that it follows. */
export type FollowedCriterion = { id: string; before: string; key: string; repair: RepairKind }
export type NewVersion = { rubricId: string; version: number; criteria: FollowedCriterion[] }

/**
 * Writes the next version of a rubric. A criterion that is carried on is the same as the first of its line, so that what
 * was said about it goes on counting; one to be rated anew begins a line.
 */
export async function writeVersion(
  tx: Transaction,
  kept: KeptRubric,
  repaired: readonly RepairedCriterion[],
): Promise<NewVersion> {
  const rows = repaired.flatMap(({ criterion, repair }) => {
    const before = kept.criteria.find(({ key }) => key === criterion.id)
    return before ? [{ criterion, repair, before, id: randomUUID() }] : []
  })
  const rubricId = randomUUID()
  const version = kept.version + 1
  await tx.rubric.create({
    data: {
      id: rubricId,
      studyId: kept.studyId,
      version,
      derived: kept.derived ?? [],
      criteria: {
        create: rows.map(({ id, before, criterion, repair }) => ({
          id,
          key: before.key,
          position: before.position,
          name: criterion.name,
          ...(criterion.question === undefined ? {} : { question: criterion.question }),
          minimum: before.minimum,
          maximum: before.maximum,
          step: before.step,
          levels: criterion.scale.levels,
          weight: before.weight,
          inTotal: before.inTotal,
          sameAs: repair === 'anew' ? null : (before.sameAs ?? before.id),
        })),
      },
    },
  })
  const criteria = rows.map(({ id, before, repair }) => ({ id, before: before.id, key: before.key, repair }))
  return { rubricId, version, criteria }
}
