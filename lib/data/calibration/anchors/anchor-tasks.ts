import type { Inspector } from '@/lib/domain/people/actor'
import type { AnchorCellView, AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import { labelOf } from '@/lib/domain/rating/blind-task'
import { isRunning } from '@/lib/domain/study/study-state'
import { isUuid } from '@/lib/domain/uuid'
import { db } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { blindTask, type BlindRow } from '@/lib/data/desk/blind-tasks'
import { blindTaskSql } from '@/lib/data/desk/claim-sql'
import { studyHead, type StudyHead } from '@/lib/data/quality/study-head'
import { anchorsInForce } from './anchor-rows'
import { isBegunSql } from './leave-live-work'
import { calibrationGrounds } from './grounds'
import { isOwnTaskSql } from './own-tasks'

const pageSize = 10

type Listed = { id: string; outputIds: string[] }

/** Where a list stands: tasks with a prompt that has left live work come first, then those that could. */
type Cursor = { part: 'anchored' | 'free'; after: string }

/**
 * Tasks of which anchors are made, then tasks of which they can be; blind, in labels that are this inspector's own. Tasks with
 * an output of an organization that the inspector belongs to are left to others.
 */
export async function anchorTasks(
  inspector: Inspector,
  slug: string,
  cursor: string | null,
): Promise<{ tasks: AnchorTask[]; next: string | null }> {
  const study = await studyHead(db, slug)
  const { part, after } = parsed(cursor)
  const listed: Listed[] = []
  if (part === 'anchored')
    listed.push(...(await page(inspector, study, { part, after, limit: pageSize + 1 })))
  const anchored = listed.length
  const takesAnchors = isRunning(study.state)
  if (anchored <= pageSize && takesAnchors) {
    const from = part === 'free' ? after : nothing
    listed.push(
      ...(await page(inspector, study, { part: 'free', after: from, limit: pageSize + 1 - anchored })),
    )
  }
  const shown = listed.slice(0, pageSize)
  const last = shown.at(-1)
  const lastPart = shown.length <= anchored ? 'anchored' : 'free'
  const next = listed.length > pageSize && last ? `${lastPart}:${last.id}` : null
  return { tasks: await anchorTasksOf(inspector, study, shown), next }
}

const nothing = '00000000-0000-0000-0000-000000000000'

function parsed(cursor: string | null): Cursor {
  const [part, after = ''] = cursor?.split(':') ?? []
  return (part === 'anchored' || part === 'free') && isUuid(after)
    ? { part, after }
    : { part: 'anchored', after: nothing }
}

/**
 * The outputs of a task in an order of the inspector's own, so that labels mean the same whenever it is shown. It goes by
 * the outputs' ids, which no inspector knows: the places on a sheet go by model.
 */
const outputsInOrder = (inspector: Inspector) => Prisma.sql`
  ARRAY(SELECT x.output_id FROM task_output x WHERE x.task_id = t.id ORDER BY md5(${inspector.id} || x.output_id::text))::text[]`

async function page(
  inspector: Inspector,
  study: StudyHead,
  asked: Cursor & { limit: number },
): Promise<Listed[]> {
  const { part, after, limit } = asked
  const belongs =
    part === 'anchored'
      ? Prisma.sql`t.anchored_at IS NOT NULL`
      : Prisma.sql`t.anchored_at IS NULL AND NOT ${isBegunSql}`
  return db.$queryRaw<Listed[]>`
    SELECT t.id, ${outputsInOrder(inspector)} AS "outputIds" FROM task t
    WHERE t.study_id = ${study.id}::uuid AND t.round_id = ${study.roundId}::uuid AND t.id > ${after}::uuid AND ${belongs}
      AND NOT ${isOwnTaskSql(inspector)}
    ORDER BY t.id LIMIT ${limit}::int`
}

/** One task with its outputs in the inspector's order; null where the study has no such task. */
export async function anchorTaskOutputs(
  inspector: Inspector,
  studyId: string,
  taskId: string,
): Promise<string[] | null> {
  const [row] = await db.$queryRaw<{ outputIds: string[] }[]>`
    SELECT ${outputsInOrder(inspector)} AS "outputIds" FROM task t WHERE t.id = ${taskId}::uuid AND t.study_id = ${studyId}::uuid`
  return row?.outputIds ?? null
}

async function anchorTasksOf(
  inspector: Inspector,
  study: StudyHead,
  listed: Listed[],
): Promise<AnchorTask[]> {
  const { rubricId, rubric } = await calibrationGrounds(db, study.id)
  const anchors = await anchorsInForce(db, study.id, { id: rubricId, version: rubric.version })
  const rows = await db.$queryRaw<BlindRow[]>`
    WITH shown AS (
      SELECT t.id, t.id AS task_id, ${rubricId}::uuid AS rubric_id, NULL::timestamptz AS lease_until, listed.turn,
        ARRAY(SELECT x.position FROM task_output x WHERE x.task_id = t.id ORDER BY md5(${inspector.id} || x.output_id::text)) AS label_order
      FROM unnest(${listed.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS listed (id, turn) JOIN task t ON t.id = listed.id)
    ${blindTaskSql}`
  const tasks = await Promise.all(rows.map((row) => blindTask(db, row)))
  return listed.flatMap(({ id, outputIds }) => {
    const task = tasks.find((each) => each.assignmentId === id)
    const own = anchors.filter(({ taskId }) => taskId === id)
    const named = own.map(
      (anchor) =>
        [
          labelOf(outputIds.indexOf(anchor.outputId)),
          { anchorId: anchor.id, cells: anchor.cells satisfies AnchorCellView[] },
        ] as const,
    )
    return task ? [{ taskId: id, task, anchors: Object.fromEntries(named) }] : []
  })
}
