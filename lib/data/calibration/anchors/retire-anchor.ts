import type { Inspector } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'

/**
 * Withdraws an anchor: nobody new calibrates on it. Attempts that were drawn with it keep it, and its prompt does not come
 * back to live work, for raters have been shown its scores. Withdrawing it again changes nothing.
 */
export async function retireAnchor(inspector: Inspector, slug: string, anchorId: string): Promise<void> {
  const anchor = await db.anchor.findUnique({ where: { id: anchorId }, select: { studyId: true } })
  const study = await db.study.findUnique({ where: { slug }, select: { id: true } })
  if (!anchor || anchor.studyId !== study?.id)
    throw new UserError('not_found', 'There is no such anchor in this study.')
  const { studyId } = anchor
  await db.$transaction(async (tx) => {
    const { count } = await tx.anchor.updateMany({
      where: { id: anchorId, retiredAt: null },
      data: { retiredAt: new Date() },
    })
    if (count > 0)
      await recordAudit(tx, { actorId: inspector.id, action: 'anchor.retired', subjectId: anchorId, studyId })
  })
}
