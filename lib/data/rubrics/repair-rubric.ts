import type { Admin } from '@/lib/domain/people/actor'
import type { RepairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import { repairedCriteria } from '@/lib/domain/quality/rubric-repair/repaired-criteria'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { beginWantedRounds, wantRounds } from '@/lib/data/calibration/attempts/wanted-rounds'
import { markDue } from '@/lib/data/chain/due'
import { db, type Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { retryRaces } from '@/lib/data/retry'
import { lockedStudy } from '@/lib/data/rules/locked-study'
import { fitSeats } from '@/lib/data/rules/ratings-per-task'
import { ratedTasks } from '@/lib/data/rules/rated-tasks'
import { carryAnchors } from './carry-anchors'
import { writeVersion } from './new-version'
import { dropOldCells, moveWaitingCells } from './replaced-cells'

export type RubricRepair = {
  /** The version in force from now on. */
  version: number
  /** Keys of criteria that are rated anew. */
  anew: string[]
  /** Keys of criteria whose words alone have changed. */
  wording: string[]
  /** Ratings asked for anew. */
  opened: number
  /** Anchors that hold under the new version as they are. */
  anchors: number
  /** Raters who calibrate again from now on. */
  recalibrated: number
  /** Raters who will, once there are anchors enough under the new version or they are back at work. */
  toRecalibrate: number
}

/**
 * Repairs a study's rubric while raters work: a new version from now on. Cells of changed criteria are rated anew unless
 * their ratings still hold; everything that was said stays as it is, under the version it was said under, and goes on
 * counting for all other criteria. What raters hold they may send under the old version, unless they calibrate first.
 * Where a criterion asks for something else, no anchor holds: calibration begins by itself once new ones suffice.
 *
 * @throws UserError `invalid` with the fields, `conflict` where another version came in between or no work is going on,
 *   `closed`, `not_found`
 */
export async function repairRubric(admin: Admin, slug: string, draft: RepairDraft): Promise<RubricRepair> {
  const { studyId, ...done } = await alone((tx) => repaired(tx, admin, { slug, draft }))
  const more = done.anew.length > 0 ? await alone((tx) => seatsAfterClaims(tx, slug)) : 0
  const { wanted, ...rest } = done
  const recalibrated = wanted > 0 ? await alone((tx) => beginWantedRounds(tx, studyId)) : 0
  return { ...rest, opened: done.opened + more, recalibrated, toRecalibrate: wanted - recalibrated }
}

const alone = <T>(run: (tx: Transaction) => Promise<T>): Promise<T> =>
  retryRaces(() => db.$transaction(run, { timeout: 300_000, maxWait: 20_000 }))

/**
 * A claim that was under way while the version changed may have taken a free opening under the old one: its task needs
 * one more. Claims hold their rater's enrolment, so that those under way are waited for.
 */
async function seatsAfterClaims(tx: Transaction, slug: string): Promise<number> {
  const study = await lockedStudy(tx, slug)
  // Closed meanwhile: nobody can be asked any more.
  if (study.state !== 'open' && study.state !== 'paused') return 0
  const round = roundUnderWay(study)
  await tx.$executeRaw`SELECT FROM enrolment WHERE study_id = ${round.studyId}::uuid ORDER BY rater_id FOR UPDATE`
  return (await fitSeats(tx, round, await ratingsPerTask(tx, round.studyId))).opened
}

async function ratingsPerTask(tx: Transaction, studyId: string): Promise<number> {
  const newest = { where: { studyId }, orderBy: { version: 'desc' } } as const
  return (await tx.protocol.findFirstOrThrow({ ...newest, select: { ratingsPerTask: true } })).ratingsPerTask
}

async function repaired(
  tx: Transaction,
  admin: Admin,
  { slug, draft }: { slug: string; draft: RepairDraft },
) {
  const study = await lockedStudy(tx, slug)
  const round = roundUnderWay(study)
  const kept = await tx.rubric.findFirstOrThrow({
    where: { studyId: study.id },
    orderBy: { version: 'desc' },
    include: { criteria: { orderBy: { position: 'asc' } } },
  })
  if (kept.version !== draft.version) {
    throw new UserError('conflict', `The rubric is at version ${kept.version} by now; look at it again.`)
  }
  const next = await writeVersion(tx, kept, repairedCriteria((await rubricOf(tx, kept.id)).criteria, draft))
  await tx.study.update({
    where: { id: study.id },
    data: { currentRubricId: next.rubricId },
    select: { id: true },
  })
  await dropOldCells(tx, round, next)
  const { opened } = await fitSeats(tx, round, await ratingsPerTask(tx, study.id))
  await moveWaitingCells(tx, round.roundId, next)
  // Agreed scores stand under the criteria of the new version as well, once they are settled.
  await markDue(tx, { studyId: study.id, taskIds: await ratedTasks(tx, study.id) })
  const keysOf = (kind: 'anew' | 'wording') =>
    next.criteria.filter(({ repair }) => repair === kind).map(({ key }) => key)
  const anew = keysOf('anew')
  const anchors = anew.length > 0 ? 0 : await carryAnchors(tx, { from: kept.id, to: next.rubricId })
  const done = { version: next.version, anew, wording: keysOf('wording'), opened, anchors }
  await recordAudit(tx, {
    actorId: admin.id,
    action: 'study.rubric_repaired',
    studyId: study.id,
    subjectId: next.rubricId,
    detail: { ...done, reason: draft.reason },
  })
  const wanted = draft.recalibrate ? await wantRounds(tx, { studyId: study.id, version: next.version }) : 0
  return { ...done, wanted, studyId: study.id }
}

function roundUnderWay({ id, slug, state, roundId }: Awaited<ReturnType<typeof lockedStudy>>) {
  if (state === 'draft') {
    throw new UserError('conflict', `"${slug}" has not been opened: its rubric comes with its bundle.`)
  }
  if (roundId === null || (state !== 'open' && state !== 'paused')) {
    throw new UserError('closed', `"${slug}" is ${state}; its rubric cannot change any more.`)
  }
  return { studyId: id, roundId }
}
