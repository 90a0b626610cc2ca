import { randomInt } from 'node:crypto'
import type { Admin } from '@/lib/domain/people/actor'
import { normaliseLogin } from '@/lib/domain/people/login'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { disputedTasks } from '@/lib/data/cells/counting/disputed-tasks'
import { markDue } from '@/lib/data/chain/due'
import { beginOn } from '@/lib/data/calibration/attempts/begin'
import { calibrationGrounds } from '@/lib/data/calibration/anchors/grounds'
import { db, type Transaction } from '@/lib/data/db'

/** Lets a rater work in a study. Enrolling twice changes nothing. */
export async function enrolRater(admin: Admin, slug: string, accountId: string): Promise<void> {
  const rater = await db.account.findFirst({
    where: { id: accountId, role: 'rater', disabledAt: null },
    select: { id: true },
  })
  if (!rater) throw new UserError('not_found', 'There is no such rater.')
  await enrol(admin, slug, [rater.id])
}

/** Enrols the rater with this login. */
export async function enrolLogin(admin: Admin, slug: string, login: string): Promise<void> {
  const person = await db.person.findUnique({
    where: { login: normaliseLogin(login) ?? '' },
    select: { accountId: true },
  })
  if (!person) throw new UserError('not_found', `There is no rater "${login}".`)
  await enrolRater(admin, slug, person.accountId)
}

/** Enrols every rater who is not disabled; raters made of code are left out. Returns how many are new. */
export async function enrolAll(admin: Admin, slug: string): Promise<number> {
  const raters = await db.account.findMany({
    where: { role: 'rater', disabledAt: null, simulated: false },
    select: { id: true },
  })
  return enrol(
    admin,
    slug,
    raters.map((each) => each.id),
  )
}

async function enrol(admin: Admin, slug: string, raterIds: string[]): Promise<number> {
  const study = await db.study.findUnique({ where: { slug }, select: { id: true } })
  if (!study) throw new UserError('not_found', `There is no study "${slug}".`)
  return db.$transaction(
    async (tx) => {
      const added = await tx.enrolment.createManyAndReturn({
        data: raterIds.map((raterId) => ({ studyId: study.id, raterId, pseudonym: randomPseudonym() })),
        skipDuplicates: true,
        select: { raterId: true },
      })
      await calibrateFirst(tx, study.id, added)
      const count = added.length
      if (count > 0)
        await recordAudit(tx, {
          actorId: admin.id,
          action: 'study.enrolled',
          studyId: study.id,
          detail: { raters: raterIds, added: count },
        })
      // Disputed cells that had nobody left to ask have somebody now.
      if (count > 0) await markDue(tx, { studyId: study.id, taskIds: await disputedTasks(tx, study.id) })
      return count
    },
    { timeout: 60_000, maxWait: 20_000 },
  )
}

/** Where there are anchors enough for a rater, whoever enters calibrates; without, everybody is at work at once. */
async function calibrateFirst(tx: Transaction, studyId: string, added: { raterId: string }[]): Promise<void> {
  const anchors = await tx.anchor.count({ where: { studyId, retiredAt: null } })
  if (anchors === 0 || added.length === 0) return
  const grounds = await calibrationGrounds(tx, studyId)
  for (const { raterId } of added) await beginOn(tx, grounds, { studyId, raterId, reason: 'enrolment' })
}

/** Eight characters without look-alikes: 10¹² names, so two in a study do not meet by chance. */
function randomPseudonym(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return `r-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`
}
