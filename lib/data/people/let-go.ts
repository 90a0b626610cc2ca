import { expireLeases } from '@/lib/data/cells/counting/expire-leases'
import { disputedTasks } from '@/lib/data/cells/counting/disputed-tasks'
import { markDue } from '@/lib/data/chain/due'
import type { Transaction } from '@/lib/data/db'

/**
 * What somebody holds who is shut out goes to others at once: a rater's turns back into the line, an inspector's units and
 * cases to other inspectors. What was rated or decided stays and counts: who must not count is excluded from the study.
 */
export async function letGoOfWork(tx: Transaction, accountId: string): Promise<void> {
  // The enrolments first, as the desk takes them: what is being sent in this moment is in before, or refused.
  const seats = await tx.$queryRaw<{ studyId: string; takesWork: boolean }[]>`
    SELECT e.study_id AS "studyId", st.state IN ('open', 'paused') AS "takesWork"
    FROM enrolment e JOIN study st ON st.id = e.study_id
    WHERE e.rater_id = ${accountId}::uuid ORDER BY e.study_id FOR UPDATE OF e`
  for (const { studyId, takesWork } of seats) {
    if (!takesWork) continue
    await expireLeases(tx, { studyId, raterId: accountId })
    await askAnew(tx, studyId)
  }
  await tx.arbitrationLease.deleteMany({ where: { inspectorId: accountId } })
  await tx.inspection.updateMany({
    where: { heldById: accountId, committedAt: null },
    data: { heldUntil: new Date() },
  })
}

/** Disputed cells for which nobody was left to ask have somebody again. */
export async function comeBackToWork(tx: Transaction, accountId: string): Promise<void> {
  const seats = await tx.enrolment.findMany({
    where: { raterId: accountId, study: { state: { in: ['open', 'paused'] } } },
    select: { studyId: true },
  })
  for (const { studyId } of seats) await askAnew(tx, studyId)
}

/** Who is left to ask about disputed cells has changed. */
async function askAnew(tx: Transaction, studyId: string): Promise<void> {
  await markDue(tx, { studyId, taskIds: await disputedTasks(tx, studyId) })
}
