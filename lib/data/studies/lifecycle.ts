import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { disputedTasks } from '@/lib/data/cells/counting/disputed-tasks'
import { markDue } from '@/lib/data/chain/due'
import { lockChain } from '@/lib/data/chain/lock'
import { db, type Transaction } from '@/lib/data/db'
import type { StudyState } from '@/lib/data/generated/enums'
import { formLastLots } from '@/lib/data/lots/forming/form-lots'
import { lotsWaiting } from '@/lib/data/lots/lots-waiting'
import { disputedCells } from './disputes'
import { makeTasks } from './tasks'

type Locked = { id: string; state: StudyState; source: 'desk' | 'imported' }

/**
 * One change of state at a time: the study's row stays locked until the step is done. The chain comes first, as
 * everywhere: the worker takes raters' rows in the order of the queue, a closing takes all of them.
 */
async function step(
  admin: Admin,
  slug: string,
  change: { from: StudyState[]; to: StudyState; run: (tx: Transaction, study: Locked) => Promise<object> },
) {
  await db.$transaction(
    async (tx) => {
      const found = await tx.study.findUnique({ where: { slug }, select: { id: true } })
      if (!found) throw new UserError('not_found', `There is no study "${slug}".`)
      await lockChain(tx, found.id)
      const [study] = await tx.$queryRaw<[Locked]>`
        SELECT id, state::text, source::text FROM study WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`
      if (!change.from.includes(study.state)) {
        throw new UserError(
          'conflict',
          `"${slug}" is ${study.state}; it has to be ${change.from.join(' or ')} to become ${change.to}.`,
        )
      }
      const detail = await change.run(tx, study)
      await tx.study.update({ where: { id: study.id }, data: { state: change.to } })
      await recordAudit(tx, {
        actorId: admin.id,
        action: `study.${change.to}`,
        studyId: study.id,
        subjectId: study.id,
        detail,
      })
    },
    { timeout: 300_000, maxWait: 20_000 },
  )
}

type Opening = { acceptLeaks?: string | undefined }

/** Opens a draft (its tasks are made now, by the newest rubric and protocol) or lets a paused study go on. */
export async function openStudy(admin: Admin, slug: string, opening: Opening = {}): Promise<void> {
  await step(admin, slug, {
    from: ['draft', 'paused'],
    to: 'open',
    run: async (tx, study) => {
      const tasks = study.state === 'draft' ? await startRound(tx, study.id) : undefined
      return { ...(tasks === undefined ? { resumed: true } : { tasks }), ...opening }
    },
  })
  await db.$executeRaw`SELECT refresh_statistics()`
}

async function startRound(tx: Transaction, studyId: string): Promise<number> {
  const newest = { where: { studyId }, orderBy: { version: 'desc' } } as const
  const protocol = await tx.protocol.findFirstOrThrow(newest)
  const rubric = await tx.rubric.findFirstOrThrow(newest)
  const round = await tx.round.findFirstOrThrow({ where: { studyId }, orderBy: { number: 'desc' } })
  if (protocol.method !== 'absolute')
    throw new UserError('unsupported', 'Paired comparison is not built yet.')
  const setting = {
    studyId,
    roundId: round.id,
    protocolId: protocol.id,
    presentation: protocol.presentation,
    sheetSize: protocol.sheetSize,
    k: protocol.ratingsPerTask,
    seed: round.seed,
  }
  const taskCount = await makeTasks(tx, setting)
  await tx.round.update({ where: { id: round.id }, data: { taskCount, openedAt: new Date() } })
  await tx.study.update({
    where: { id: studyId },
    data: { currentRoundId: round.id, currentRubricId: rubric.id, currentProtocolId: protocol.id },
  })
  return taskCount
}

/** No new tasks are handed out; what raters hold they may still send. */
export async function pauseStudy(admin: Admin, slug: string): Promise<void> {
  await step(admin, slug, { from: ['open'], to: 'paused', run: async () => ({}) })
}

/** Ends live work: leases end with it, drafts that were not sent stay on the raters' devices. */
export async function closeStudy(admin: Admin, slug: string): Promise<void> {
  await step(admin, slug, {
    from: ['open', 'paused'],
    to: 'closed',
    run: async (tx, study) => {
      // Raters who send just now lock their enrolment before their assignment; so does this.
      await tx.$executeRaw`
        SELECT FROM enrolment WHERE study_id = ${study.id}::uuid ORDER BY rater_id FOR UPDATE`
      const ended = await tx.$executeRaw`
        UPDATE assignment SET status = 'expired', ended_at = now(), lease_until = NULL
        WHERE study_id = ${study.id}::uuid AND status = 'leased'`
      await tx.round.updateMany({
        where: { studyId: study.id, closedAt: null },
        data: { closedAt: new Date() },
      })
      // Nobody is left to ask for an extra rating: what waits for one goes to a person.
      await markDue(tx, { studyId: study.id, taskIds: await disputedTasks(tx, study.id) })
      return { leasesEnded: ended, lotsFormed: await formLastLots(tx, study.id) }
    },
  })
}

/** Lifts the blind, on the record. Where cells, lots or appeals still wait for a person, only with a reason. */
export async function unsealStudy(admin: Admin, slug: string, reason?: string): Promise<void> {
  await step(admin, slug, {
    from: ['closed'],
    to: 'unsealed',
    run: async (tx, study) => {
      const needsArbitration = await disputedCells(tx, study.id)
      const needsInspection = await lotsWaiting(tx, study.id)
      const appealsWaiting = await tx.appeal.count({ where: { studyId: study.id, state: 'waiting' } })
      const blocking = [
        ...(needsArbitration > 0
          ? [`${needsArbitration} cells wait for arbitration; unseal with a reason or arbitrate first.`]
          : []),
        ...(needsInspection > 0
          ? [`${needsInspection} lots wait for inspection; unseal with a reason or decide them first.`]
          : []),
        ...(appealsWaiting > 0
          ? [`${appealsWaiting} appeals wait for an answer; unseal with a reason or answer them first.`]
          : []),
      ]
      if (blocking.length > 0 && !reason?.trim()) throw new UserError('blocked', blocking.join(' '))
      await tx.round.updateMany({
        where: { studyId: study.id, unsealedAt: null },
        data: { unsealedAt: new Date() },
      })
      return {
        needsArbitration,
        needsInspection,
        appealsWaiting,
        ...(reason?.trim() ? { reason: reason.trim() } : {}),
      }
    },
  })
}
