import type { Inspector } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { lockedSealedStudy } from '@/lib/data/quality/locked-study'
import { refuseOwnTask } from './own-tasks'

/**
 * Withdraws an anchor: nobody new calibrates on it. Attempts that were drawn with it keep it, and its prompt does not come
 * back to live work, for raters have been shown its scores. Withdrawing it again changes nothing.
 *
 * @throws UserError `closed` once the blind is lifted, `conflict` where another inspector has to decide about it, `not_found`
 */
export async function retireAnchor(inspector: Inspector, slug: string, anchorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id: studyId } = await lockedSealedStudy(tx, slug)
    const anchor = await tx.anchor.findFirst({ where: { id: anchorId, studyId }, select: { taskId: true } })
    if (!anchor) throw new UserError('not_found', 'There is no such anchor in this study.')
    await refuseOwnTask(tx, inspector, anchor.taskId)
    const { count } = await tx.anchor.updateMany({
      where: { id: anchorId, retiredAt: null },
      data: { retiredAt: new Date() },
    })
    if (count > 0)
      await recordAudit(tx, { actorId: inspector.id, action: 'anchor.retired', subjectId: anchorId, studyId })
  })
}
