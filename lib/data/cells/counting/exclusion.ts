import type { Inspector } from '@/lib/domain/people/actor'
import { isUnsealed, type StudyState } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { markDue } from '@/lib/data/chain/due'
import { lockChain } from '@/lib/data/chain/lock'
import { returnsTo } from '@/lib/data/calibration/attempts/returns-to'
import { db, type Transaction } from '@/lib/data/db'
import { enrolmentIn, type NamedEnrolment } from '@/lib/data/quality/enrolment'
import { retryRaces } from '@/lib/data/retry'
import { expireLeases } from './expire-leases'
import { setAllCounting, type Changed } from './rater-ratings'
import { reopenOutputs, withdrawOutputs } from './reopen-outputs'
import { reopenSeats, withdrawSeats } from './reopen-seats'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { disputedTasks } from './disputed-tasks'

type Asked = {
  /** The rater's pseudonym. */
  rater: string
  reason: string
}

/** What an exclusion did, or its undoing. */
export type ExclusionDone = { ratings: number; tasks: number; reopened: number }

const longEnough = { timeout: 120_000, maxWait: 20_000 } as const

/**
 * Excludes a rater from a study, in one transaction: turns end, ratings stay on record and count no more, their slots
 * reopen for others, and the cells are settled anew. What the rater had sent before is kept; what comes after is refused.
 *
 * @throws UserError `conflict` for one who is excluded already, `closed` once the blind is lifted, `invalid`, `not_found`
 */
export function excludeRater(inspector: Inspector, slug: string, asked: Asked): Promise<ExclusionDone> {
  return change(inspector, slug, {
    asked,
    act: 'excluded',
    run: async (tx, { studyId, raterId, state }) => {
      // The enrolment's row first, as the desk takes it: who holds it sends or claims before, and else is refused.
      const left = await tx.enrolment.updateMany({
        where: { studyId, raterId, state: { not: 'excluded' } },
        data: { state: 'excluded' },
      })
      if (left.count === 0) throw new UserError('conflict', 'This rater is excluded already.')
      await expireLeases(tx, { studyId, raterId })
      const stopped = await setAllCounting(tx, decisionOf(inspector, { studyId, raterId }, false))
      return {
        changed: stopped,
        reopened: await reopenSeats(tx, stopped.ratingIds),
        detail: { before: state },
      }
    },
  })
}

/**
 * Undoes an exclusion: the rater's ratings count again, free slots that stood in for them are withdrawn. Who has taken
 * such a slot keeps it, and both ratings count.
 *
 * @throws UserError `conflict` for one who is not excluded, `closed` once the blind is lifted, `invalid`, `not_found`
 */
export function restoreRater(inspector: Inspector, slug: string, asked: Asked): Promise<ExclusionDone> {
  return change(inspector, slug, {
    asked,
    act: 'restored',
    run: async (tx, { studyId, raterId }) => {
      const state = await returnsTo(tx, { studyId, raterId })
      const back = await tx.enrolment.updateMany({
        where: { studyId, raterId, state: 'excluded' },
        data: { state },
      })
      if (back.count === 0) throw new UserError('conflict', 'This rater is not excluded.')
      const counting = await setAllCounting(tx, decisionOf(inspector, { studyId, raterId }, true))
      const withdrawn = await withdrawSeats(tx, counting.ratingIds)
      // A failed lot may have stopped outputs meanwhile: they still want somebody else.
      await withdrawOutputs(tx, counting.ratingIds)
      await reopenOutputs(tx, counting.ratingIds)
      return { changed: counting, reopened: withdrawn, detail: {} }
    },
  })
}

const decisionOf = (inspector: Inspector, rater: { studyId: string; raterId: string }, counts: boolean) => ({
  ...rater,
  counts,
  by: inspector.id,
  reason: counts ? 'rater_restored' : 'rater_excluded',
})

type Run = (
  tx: Transaction,
  enrolment: NamedEnrolment,
) => Promise<{ changed: Changed; reopened: number; detail: object }>
type Act = { asked: Asked; act: 'excluded' | 'restored'; run: Run }

async function change(inspector: Inspector, slug: string, { asked, act, run }: Act): Promise<ExclusionDone> {
  const reason = asked.reason.trim()
  if (!reason)
    throw new UserError('invalid', 'Say why.', { fields: { reason: 'nothing came, expected a sentence' } })
  const within = async (tx: Transaction) => {
    const { studyId, raterId } = await enrolmentIn(tx, slug, asked.rater)
    await lockChain(tx, studyId)
    await refuseUnsealed(tx, studyId)
    // Looked at anew under the lock: another inspector may just have done the same.
    const enrolment = await enrolmentIn(tx, slug, asked.rater)
    const { changed, reopened, detail } = await run(tx, enrolment)
    await settleTasks(tx, studyId, [...changed.taskIds, ...(await disputedTasks(tx, studyId))])
    // The others' monitors compare with other scores now.
    await markDue(tx, { studyId, taskIds: changed.taskIds })
    const done = { ratings: changed.ratingIds.length, tasks: changed.taskIds.length, reopened }
    const said = { ...done, ...detail }
    await tx.enrolmentAct.create({
      data: { studyId, raterId, act, reason, detail: said, byId: inspector.id },
    })
    await recordAudit(tx, {
      actorId: inspector.id,
      action: `rater.${act}`,
      subjectId: raterId,
      studyId,
      detail: { reason, ...said },
    })
    return done
  }
  return retryRaces(() => db.$transaction(within, longEnough))
}

async function refuseUnsealed(tx: Transaction, studyId: string): Promise<void> {
  const [study] = await tx.$queryRaw<{ state: StudyState }[]>`
    SELECT state::text FROM study WHERE id = ${studyId}::uuid FOR SHARE`
  if (study && isUnsealed(study.state))
    throw new UserError('closed', 'The blind of this study is lifted: who counts in it can no longer change.')
}
