import type { Inspector } from '@/lib/domain/people/actor'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import { UserError } from '@/lib/domain/user-error'
import { uuidOr404 } from '@/lib/domain/uuid'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { lockedSealedStudy } from '@/lib/data/quality/locked-study'

/**
 * Says why people disagreed about a cell that this inspector has decided. Said again, the latest stands. It changes no
 * score.
 *
 * @throws UserError `not_found` for a decision of somebody else, `closed`
 */
export async function nameCause(
  inspector: Inspector,
  slug: string,
  said: { arbitrationId: string; cause: Cause },
): Promise<void> {
  const id = uuidOr404(said.arbitrationId)
  await db.$transaction(async (tx) => {
    const study = await lockedSealedStudy(tx, slug)
    const own = await tx.arbitration.count({ where: { id, roundId: study.roundId, byId: inspector.id } })
    if (own === 0) throw new UserError('not_found', 'There is no such decision of yours.')
    await tx.arbitrationCause.create({ data: { arbitrationId: id, cause: said.cause, byId: inspector.id } })
    const detail = { cause: said.cause }
    await recordAudit(tx, {
      actorId: inspector.id,
      action: 'arbitration.cause_named',
      studyId: study.id,
      subjectId: id,
      detail,
    })
  })
}
