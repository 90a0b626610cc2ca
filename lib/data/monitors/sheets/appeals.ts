import { z } from 'zod'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { uuidOr404 } from '@/lib/domain/uuid'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { ownEnrolment, takesAppeals } from './own-enrolment'

const words = z.string().trim().min(1).max(5000)
export const appealInput = z.object({ text: words })
export const appealAnswer = z.object({ state: z.enum(['upheld', 'declined']), answer: words })
export type AppealAnswer = z.infer<typeof appealAnswer>

/** A rater asks a person to look at what was decided: one appeal at a time, until the study is unsealed. */
export async function appeal(rater: Rater, slug: string, text: string): Promise<{ id: string }> {
  const { studyId, raterId } = await ownEnrolment(rater, slug)
  return db.$transaction(async (tx) => {
    // No unsealing in between. Two tabs at once: one after the other.
    const [row] = await tx.$queryRaw<{ study: string }[]>`
      SELECT state::text AS study FROM study WHERE id = ${studyId}::uuid FOR SHARE`
    await tx.$executeRaw`
      SELECT FROM enrolment WHERE study_id = ${studyId}::uuid AND rater_id = ${raterId}::uuid FOR UPDATE`
    if (!row || !takesAppeals(row.study)) {
      throw new UserError(
        'closed',
        'The study is unsealed: nothing that an appeal could change is open any more.',
      )
    }
    const waiting = await tx.appeal.count({ where: { studyId, raterId, state: 'waiting' } })
    if (waiting > 0) throw new UserError('conflict', 'An appeal of yours is waiting for an answer.')
    const { id } = await tx.appeal.create({ data: { studyId, raterId, text }, select: { id: true } })
    await recordAudit(tx, { actorId: rater.id, action: 'appeal.sent', subjectId: id, studyId })
    return { id }
  })
}

/** Answers an appeal, once. What follows from it, a resume or a restoring, is an act of its own. */
export async function answerAppeal(
  inspector: Inspector,
  { slug, id }: { slug: string; id: string },
  { state, answer }: AppealAnswer,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.appeal.findUnique({ where: { id: uuidOr404(id) }, select: { studyId: true } })
    const study =
      row && (await tx.study.findFirst({ where: { id: row.studyId, slug }, select: { id: true } }))
    if (!study) throw new UserError('not_found', 'There is no such appeal in this study.')
    const { count } = await tx.appeal.updateMany({
      where: { id, state: 'waiting' },
      data: { state, answer, answeredBy: inspector.id, answeredAt: new Date() },
    })
    if (count === 0) throw new UserError('conflict', 'This appeal was answered already.')
    await recordAudit(tx, {
      actorId: inspector.id,
      action: 'appeal.answered',
      subjectId: id,
      studyId: study.id,
      detail: { state },
    })
  })
}
