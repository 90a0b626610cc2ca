import type { Rater } from '@/lib/domain/people/actor'
import { labelOf, type BlindTask } from '@/lib/domain/rating/blind-task'
import { judgeRating, type CorrectionInput } from '@/lib/domain/rating/rating'
import { UserError } from '@/lib/domain/user-error'
import { isUuid, uuidOr404 } from '@/lib/domain/uuid'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { blindTask, type BlindRow } from './blind-tasks'
import { blindTaskSql } from './claim-sql'
import { rubricOf } from './rubrics'

export type OwnRating = {
  ratingId: string
  revision: number
  submittedAt: string
  /** Whether it can no longer be corrected. */
  locked: boolean
  task: BlindTask
  scores: Record<string, Record<string, number>>
  comments: Record<string, string>
  cannotJudge: Record<string, string>
}

type CurrentRow = {
  ratingId: string
  revision: number
  createdAt: Date
  sequence: bigint
  assignmentId: string
  studyId: string
  taskId: string
  locked: boolean
  rubricId: string
  outputIds: string[]
  comments: Record<string, string>
  cannotJudge: Record<string, string>
  scores: { outputId: string; criterion: string; value: number }[] | null
}

const pageSize = 10

/**
 * A rating can be corrected while its study takes work and its rater takes part, until a lot or an arbitration has drawn
 * on it. These lock by time, work and checks alike: else what cannot be locked would be known as a check. What counts is
 * when the rating was first given.
 */
const lockedSql = Prisma.sql`(st.state NOT IN ('open', 'paused') OR e.state = 'excluded' OR e.locked_through >= (
  SELECT min(first.sequence) FROM rating first WHERE first.assignment_id = a.id))`

const lockedError = () => new UserError('locked', 'This rating can no longer be corrected.')

/** The rater's own ratings in a study, newest first, each in its current revision and with its blind task. */
export async function ownRatings(rater: Rater, slug: string, cursor: string | null) {
  const enrolled = await db.enrolment.count({ where: { raterId: rater.id, study: { slug } } })
  if (enrolled === 0) throw new UserError('not_found', 'No such study.')
  const before = cursor && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null
  const rows = await currentRatings(
    rater,
    slug,
    Prisma.sql`(${before}::bigint IS NULL OR r.sequence < ${before}::bigint)`,
  )
  const tasks = await tasksOf(
    rater,
    rows.map((row) => row.assignmentId),
  )
  const ratings = rows.flatMap((row): OwnRating[] => {
    const task = tasks.get(row.assignmentId)
    return task ? [ownRating(row, task)] : []
  })
  const last = rows.length === pageSize ? rows.at(-1) : undefined
  return { ratings, next: last ? String(last.sequence) : null }
}

/** A new revision of an own rating, as long as it is not locked; the original stays. */
export async function correctRating(
  rater: Rater,
  which: { slug: string; ratingId: string },
  input: CorrectionInput,
): Promise<{ saved: { ratingId: string; revision: number } }> {
  const [row] = await currentRatings(rater, which.slug, ofSameAssignment(uuidOr404(which.ratingId)))
  if (!row) throw new UserError('not_found', 'No such rating.')
  if (row.locked) throw lockedError()
  if (row.revision !== input.revision)
    throw new UserError('conflict', `The current revision is ${row.revision}.`)
  const rubric = await rubricOf(db, row.rubricId)
  const judgement = judgeRating(
    { labels: row.outputIds.map((_, at) => labelOf(at)), criteria: rubric.criteria },
    input,
  )
  if (judgement.kind === 'skipped') {
    throw new UserError('invalid', 'A rated task cannot be handed back.', {
      fields: { 'cannotJudge.task': 'only before rating' },
    })
  }
  if (judgement.kind === 'refused') {
    throw new UserError('invalid', 'The rating is not complete.', { fields: judgement.fields })
  }
  const scores = judgement.scores.map((each) => ({
    outputId: row.outputIds[labelIndex(each.label, row)] ?? '',
    criterionId: rubric.criterionIds.get(each.criterion) ?? '',
    value: each.value,
  }))
  return { saved: await writeRevision(rater, row, { input, scores }) }
}

const labelIndex = (label: string, row: CurrentRow) =>
  row.outputIds.findIndex((_, at) => labelOf(at) === label)

type Revision = { input: CorrectionInput; scores: { outputId: string; criterionId: string; value: number }[] }

async function writeRevision(rater: Rater, row: CurrentRow, { input, scores }: Revision) {
  const revision = row.revision + 1
  try {
    return await db.$transaction(async (tx) => {
      if (await isLockedNow(tx, row.assignmentId)) throw lockedError()
      const { comments, cannotJudge, dwellMs } = input
      const created = await tx.rating.create({
        data: { assignmentId: row.assignmentId, revision, comments, cannotJudge, dwellMs },
        select: { id: true },
      })
      await tx.score.createMany({ data: scores.map((each) => ({ ...each, ratingId: created.id })) })
      await tx.chainDue.create({
        data: { studyId: row.studyId, taskId: row.taskId, ratingId: created.id },
        select: { sequence: true },
      })
      await recordAudit(tx, {
        actorId: rater.id,
        action: 'rating.corrected',
        subjectId: created.id,
        studyId: row.studyId,
        detail: { revision },
      })
      return { ratingId: created.id, revision }
    })
  } catch (error) {
    // Two corrections of one revision: the unique key lets one in.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new UserError('conflict', 'This rating was corrected somewhere else at the same time.')
    }
    throw error
  }
}

/** The second look, with the enrolment held: a lot may be drawn, or the rater excluded, in this moment. */
async function isLockedNow(tx: Transaction, assignmentId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT ${lockedSql} AS locked FROM assignment a JOIN study st ON st.id = a.study_id
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
    WHERE a.id = ${assignmentId}::uuid FOR UPDATE OF e`
  return row?.locked ?? true
}

const ofSameAssignment = (ratingId: string) =>
  Prisma.sql`a.id = (SELECT assignment_id FROM rating WHERE id = ${ratingId}::uuid)`

async function currentRatings(rater: Rater, slug: string, condition: Prisma.Sql): Promise<CurrentRow[]> {
  return db.$queryRaw<CurrentRow[]>`
    SELECT r.id AS "ratingId", r.revision::int, r.created_at AS "createdAt", r.sequence, a.id AS "assignmentId",
      a.task_id AS "taskId", st.id AS "studyId", ${lockedSql} AS locked, a.rubric_id AS "rubricId", r.comments, r.cannot_judge AS "cannotJudge",
      ARRAY(SELECT x.output_id FROM task_output x WHERE x.task_id = a.task_id
        ORDER BY array_position(a.label_order, x.position))::text[] AS "outputIds",
      (SELECT json_agg(json_build_object('outputId', s.output_id, 'criterion', c.key, 'value', s.value))
        FROM score s JOIN criterion c ON c.id = s.criterion_id WHERE s.rating_id = r.id) AS scores
    FROM assignment a JOIN study st ON st.id = a.study_id AND st.slug = ${slug}
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
    JOIN rating r ON r.assignment_id = a.id
      AND NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = a.id AND later.revision > r.revision)
    WHERE a.rater_id = ${rater.id}::uuid AND a.status = 'submitted' AND a.kind IN ('live', 'extra', 'check') AND ${condition}
    ORDER BY r.sequence DESC LIMIT ${pageSize}`
}

async function tasksOf(rater: Rater, assignmentIds: string[]): Promise<Map<string, BlindTask>> {
  const rows = await db.$queryRaw<BlindRow[]>`
    WITH shown AS (
      SELECT a.id, a.task_id, a.rubric_id, a.label_order, a.lease_until, a.turn FROM assignment a
      WHERE a.id = ANY (${assignmentIds.filter(isUuid)}::uuid[]) AND a.rater_id = ${rater.id}::uuid)
    ${blindTaskSql}`
  const tasks = await Promise.all(rows.map((each) => blindTask(db, each)))
  return new Map(tasks.map((task) => [task.assignmentId, task]))
}

function ownRating(row: CurrentRow, task: BlindTask): OwnRating {
  const scores: OwnRating['scores'] = {}
  for (const each of row.scores ?? []) {
    const label = labelOf(row.outputIds.indexOf(each.outputId))
    scores[label] = { ...scores[label], [each.criterion]: each.value }
  }
  return {
    ratingId: row.ratingId,
    revision: row.revision,
    submittedAt: row.createdAt.toISOString(),
    locked: row.locked,
    task,
    scores,
    comments: row.comments,
    cannotJudge: row.cannotJudge,
  }
}
