import type { Rater } from '@/lib/domain/people/actor'
import {
  standingOf,
  type CalibrationRound,
  type CalibrationState,
} from '@/lib/domain/quality/calibration/calibration-state'
import { scoreAttempt } from '@/lib/domain/quality/calibration/score-attempt'
import type { CalibrationView, FinishedAttempt } from '@/lib/domain/quality/views/calibration-view'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { rulesInForce } from '@/lib/data/quality/rules'
import { anchorsById } from '@/lib/data/calibration/anchors/anchor-rows'
import { attemptScores } from './attempt-scores'
import { attemptWork, leftIn } from './attempt-work'
import { attemptSlot, type Who } from './kept-state'

type Own = Who & { state: CalibrationState; round: CalibrationRound }

/** Where this rater stands in a calibration; null where there is none. */
export async function calibrationDesk(rater: Rater, slug: string): Promise<CalibrationView | null> {
  const seat = await db.enrolment.findFirst({
    where: { raterId: rater.id, state: { not: 'excluded' }, study: { slug } },
    select: { studyId: true, study: { select: { name: true } } },
  })
  if (!seat) throw new UserError('not_found', 'No such study.')
  const own = await ownState({ studyId: seat.studyId, raterId: rater.id })
  if (!own) return null
  const standing = standingOf(own.state)
  const { calibration: mark } = await rulesInForce(db, seat.studyId)
  return {
    slug,
    name: seat.study.name,
    reason: own.round.reason,
    standing: standing.kind === 'none' ? 'attempt' : standing.kind,
    attempt: await attemptOf(own),
    mark: { inside_band: mark.inside_band, bias_steps: mark.bias_steps },
    result: await latestResult(own),
    declinedBecause: standing.kind === 'declined' ? standing.reason : null,
  }
}

async function ownState(who: Who): Promise<Own | null> {
  const row = await db.calibration.findUnique({ where: { studyId_raterId: who }, select: { state: true } })
  const state = row?.state as CalibrationState | undefined
  const round = state?.rounds.at(-1)
  return state && round ? { ...who, state, round } : null
}

async function attemptOf(own: Own): Promise<CalibrationView['attempt']> {
  const standing = standingOf(own.state)
  if (standing.kind !== 'attempt') return null
  const { number, of, anchorIds } = standing
  const anchors = await anchorsById(db, anchorIds, own.round.rubricVersion)
  const work = await attemptWork(db, own, { slot: attemptSlot(own.state, number), anchors })
  return { number, of, done: work.taskIds.length - leftIn(work).length, tasks: work.taskIds.length }
}

/** What was decided stands as it was filed; by criterion it is counted again, from the ratings. */
async function latestResult(own: Own): Promise<FinishedAttempt | null> {
  const { attempts, rubricVersion } = own.round
  const number = attempts.findLastIndex(({ result }) => result !== null) + 1
  const finished = attempts[number - 1]
  if (!finished?.result) return null
  const { cells, inside, biasSteps, passed, missed } = finished.result
  const rubricRow = await db.rubric.findFirstOrThrow({
    where: { studyId: own.studyId, version: rubricVersion },
    select: { id: true },
  })
  const { criteria } = await rubricOf(db, rubricRow.id)
  const anchors = await anchorsById(db, finished.anchorIds, rubricVersion)
  const scores = await attemptScores(db, own, { slot: attemptSlot(own.state, number), anchors })
  const { calibration: rules } = await rulesInForce(db, own.studyId)
  const { byCriterion } = scoreAttempt(anchors, scores, { criteria, rules })
  const nameOf = (id: string) => criteria.find((each) => each.id === id)?.name ?? id
  return {
    number,
    cells,
    inside,
    biasSteps,
    passed,
    missed,
    byCriterion: byCriterion.map((each) => ({ ...each, name: nameOf(each.criterionId) })),
  }
}

/** Progress of the attempt under way, for the rater's list; no work where none is. */
export async function calibrationProgress(who: Who): Promise<{ done: number; left: number }> {
  const own = await ownState(who)
  const attempt = own && (await attemptOf(own))
  return attempt ? { done: attempt.done, left: attempt.tasks - attempt.done } : { done: 0, left: 0 }
}
