import type { RuleChanges, RuleSettings } from '@/lib/domain/quality/rule-changes/rule-settings'
import type { RuleWarning } from '@/lib/domain/quality/rule-changes/rule-warnings'
import type { SettingDifference } from '@/lib/domain/quality/rule-changes/setting-differences'
import type { Admin } from '@/lib/domain/people/actor'
import { recordAudit } from '@/lib/data/audit'
import { markDue } from '@/lib/data/chain/due'
import { db, type Transaction } from '@/lib/data/db'
import { retryRaces } from '@/lib/data/retry'
import { lockedStudy, type LockedStudy } from './locked-study'
import { nextProtocol, plannedChange, refuseClosed } from './planned-change'
import { fitSeats, seatOutlook, type SeatChange } from './ratings-per-task'
import { ratedTasks } from './rated-tasks'
import { warningsAbout } from './warnings-about'

/** What a change of the rules did, or would do. */
export type RulesChange = SeatChange & {
  /** The version in force; the same as before where nothing changes. */
  version: number
  changed: SettingDifference[]
  /** Tasks whose agreed scores are settled anew. */
  settledAnew: number
  warnings: RuleWarning[]
}

type Asked = RuleChanges & { expectedVersion?: number }

const longEnough = { timeout: 300_000, maxWait: 20_000 } as const

/**
 * Writes a new version of a study's protocol and runs the study by it from now on. Ratings keep the version they were
 * made under. Where k rises, live tasks open for more ratings; where it falls, free openings are withdrawn, and nothing
 * that was rated or is held is lost. Nothing is written where nothing changes.
 *
 * @param changes what is to be different, under the names of study.yaml; `expectedVersion` refuses a change that was
 *   made from an older version
 * @throws UserError `invalid` with the fields, `closed`, `conflict`, `not_found`
 */
export async function changeRules(admin: Admin, slug: string, changes: Asked): Promise<RulesChange> {
  return withWarnings(
    await retryRaces(() => db.$transaction((tx) => changed(tx, admin, { slug, changes }), longEnough)),
  )
}

/** What is found out while the study is held; the warnings, which take their time, come after. */
type Found = Omit<RulesChange, 'warnings'> & { studyId: string; settings: RuleSettings }

async function withWarnings({ studyId, settings, ...found }: Found): Promise<RulesChange> {
  return { ...found, warnings: await warningsAbout({ id: studyId }, settings) }
}

async function changed(
  tx: Transaction,
  admin: Admin,
  { slug, changes }: { slug: string; changes: Asked },
): Promise<Found> {
  const study = await lockedStudy(tx, slug)
  refuseClosed(study)
  const { expectedVersion, ...wanted } = changes
  const planned = await plannedChange(tx, study, { changes: wanted, expected: expectedVersion ?? null })
  const { row, settings, changed: differences } = planned
  const about = { studyId: study.id, settings }
  if (differences.length === 0) {
    return { ...about, ...noSeats, version: row.version, changed: [], settledAnew: 0 }
  }
  const next = await tx.protocol.create({
    data: nextProtocol(row, settings),
    select: { id: true, version: true },
  })
  const seats = await runBy(tx, study, { protocolId: next.id, k: settings.ratings_per_task })
  const settledAnew = touchesCells(differences) ? await settleAnew(tx, study.id) : 0
  const done = { version: next.version, changed: differences, ...seats, settledAnew }
  await recordAudit(tx, {
    actorId: admin.id,
    action: 'study.rules_changed',
    studyId: study.id,
    subjectId: next.id,
    detail: done,
  })
  return { ...about, ...done }
}

/** What `changeRules` would do now; nothing is written. */
export async function rulesOutlook(_admin: Admin, slug: string, changes: Asked): Promise<RulesChange> {
  const found = await db.$transaction(async (tx) => {
    const study = await lockedStudy(tx, slug)
    refuseClosed(study)
    const { expectedVersion, ...wanted } = changes
    const {
      row,
      settings,
      changed: differences,
    } = await plannedChange(tx, study, {
      changes: wanted,
      expected: expectedVersion ?? null,
    })
    const round = roundOf(study)
    const seats = round ? await seatOutlook(tx, round, settings.ratings_per_task) : noSeats
    return {
      version: row.version + (differences.length > 0 ? 1 : 0),
      changed: differences,
      ...(differences.length > 0 ? seats : noSeats),
      settledAnew: touchesCells(differences) ? (await ratedTasks(tx, study.id)).length : 0,
      studyId: study.id,
      settings,
    }
  }, longEnough)
  return withWarnings(found)
}

const noSeats: SeatChange = { opened: 0, withdrawn: 0 }
const roundOf = ({ id, roundId }: LockedStudy) => (roundId === null ? null : { studyId: id, roundId })

/** A draft takes the newest version when it opens; a study under way takes it now, with all its tasks. */
async function runBy(
  tx: Transaction,
  study: LockedStudy,
  { protocolId, k }: { protocolId: string; k: number },
): Promise<SeatChange> {
  const round = roundOf(study)
  if (!round) return noSeats
  await tx.study.update({
    where: { id: study.id },
    data: { currentProtocolId: protocolId },
    select: { id: true },
  })
  await tx.task.updateMany({ where: { roundId: round.roundId }, data: { protocolId } })
  return fitSeats(tx, round, k)
}

const touchesCells = (differences: SettingDifference[]) =>
  differences.some(({ field }) => /^(ratings_per_task|agreement|arbitration)\b/.test(field))

async function settleAnew(tx: Transaction, studyId: string): Promise<number> {
  const taskIds = await ratedTasks(tx, studyId)
  await markDue(tx, { studyId, taskIds })
  return taskIds.length
}
