import { z } from 'zod'
import type { Inspector } from '@/lib/domain/people/actor'
import { actsFrom, raterActs, type RaterAct } from '@/lib/domain/quality/rater-acts'
import type { EnrolmentState } from '@/lib/domain/quality/views/rater-view'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { beginCalibration } from '@/lib/data/calibration/attempts/begin'
import { excludeRater, restoreRater } from '@/lib/data/cells/counting/exclusion'
import { returnsTo } from '@/lib/data/calibration/attempts/returns-to'
import { enrolmentOf, type NamedEnrolment } from '@/lib/data/quality/enrolment'
import { db, type Transaction } from '@/lib/data/db'

export const raterAct = z.object({
  act: z.enum(raterActs),
  reason: z.string().trim().min(1).max(2000),
})
type Acting = Exclude<RaterAct, 'exclude' | 'restore'>

/** The word under which each act is kept, and what to say where it makes no sense. */
const acts: Record<Acting, { word: string; refusal: string }> = {
  warn: { word: 'warned', refusal: 'Only a rater who takes part can be warned.' },
  pause: { word: 'paused', refusal: 'Only a rater who is at work can be paused.' },
  resume: { word: 'resumed', refusal: 'Only a rater who is paused can be let back to work.' },
  recalibrate: {
    word: 'recalibration_asked',
    refusal: 'Only a rater who is at work or paused can be asked to calibrate again.',
  },
}

/** What an inspector does about a rater, with a reason that the rater reads too. */
export async function actOnRater(
  inspector: Inspector,
  slug: string,
  { rater, act, reason }: { rater: string; act: RaterAct; reason: string },
): Promise<{ state: EnrolmentState }> {
  if (act === 'exclude') await excludeRater(inspector, slug, { rater, reason })
  else if (act === 'restore') await restoreRater(inspector, slug, { rater, reason })
  else await actByWord(inspector, await enrolmentOf(inspector, slug, rater), { act, reason })
  return { state: (await enrolmentOf(inspector, slug, rater)).state }
}

async function actByWord(
  inspector: Inspector,
  who: NamedEnrolment,
  { act, reason }: { act: Acting; reason: string },
) {
  const { studyId, raterId } = who
  const { word, refusal } = acts[act]
  await db.$transaction(async (tx) => {
    const { state, study } = await lockedEnrolment(tx, who)
    if (study !== 'open' && study !== 'paused') throw new UserError('closed', 'The study takes no more work.')
    if (!actsFrom[act].includes(state)) throw new UserError('conflict', `${refusal} This one is ${state}.`)
    await change(tx, who, act)
    await tx.enrolmentAct.create({
      data: { studyId, raterId, act: word, reason, byId: inspector.id },
      select: { sequence: true },
    })
    await recordAudit(tx, { actorId: inspector.id, action: `rater.${word}`, subjectId: raterId, studyId })
  })
}

/** Two inspectors at once act one after the other, and the second sees what the first did. */
async function lockedEnrolment(tx: Transaction, { studyId, raterId }: NamedEnrolment) {
  const [row] = await tx.$queryRaw<{ state: EnrolmentState; study: string }[]>`
    SELECT e.state::text, st.state::text AS study FROM enrolment e JOIN study st ON st.id = e.study_id
    WHERE e.study_id = ${studyId}::uuid AND e.rater_id = ${raterId}::uuid FOR UPDATE OF e`
  if (!row) throw new UserError('not_found', 'There is no such rater in this study.')
  return row
}

async function change(tx: Transaction, { studyId, raterId }: NamedEnrolment, act: Acting): Promise<void> {
  if (act === 'pause' || act === 'resume') {
    const state = act === 'pause' ? 'paused' : await returnsTo(tx, { studyId, raterId })
    await tx.enrolment.updateMany({ where: { studyId, raterId }, data: { state } })
  }
  if (act === 'recalibrate' && !(await beginCalibration(tx, { studyId, raterId, reason: 'asked' }))) {
    throw new UserError('blocked', 'There are too few anchors in this study to calibrate on.')
  }
}
