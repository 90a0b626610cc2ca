import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Inspector } from '@/lib/domain/people/actor'
import { anchorInput, type Anchor } from '@/lib/domain/quality/calibration/anchor'
import { judgeAnchor } from '@/lib/domain/quality/calibration/judge-anchor'
import { labelOf } from '@/lib/domain/rating/blind-task'
import { isRunning } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { beginWantedRounds } from '@/lib/data/calibration/attempts/wanted-rounds'
import { db, type Transaction } from '@/lib/data/db'
import { studyHead } from '@/lib/data/quality/study-head'
import { retryRaces } from '@/lib/data/retry'
import { anchorProblems, type LabelledProblem } from './anchor-problems'
import { anchorTaskOutputs } from './anchor-tasks'
import { calibrationGrounds, type Grounds } from './grounds'
import { leaveLiveWork } from './leave-live-work'
import { refuseOwnTask } from './own-tasks'

/** Label → criterion → experts' scores. */
export const anchorsInput = z.object({
  taskId: z.uuid(),
  rubricVersion: z.number().int().min(1),
  outputs: z.record(z.string().max(4), anchorInput.shape.cells),
})
export type AnchorsInput = z.infer<typeof anchorsInput>

const longEnough = { timeout: 60_000, maxWait: 20_000 } as const

type MadeAnchor = Anchor & { label: string; outputId: string }

/**
 * Makes anchors of outputs of one task, all or none. What was an anchor already is replaced: the old one stays on record
 * and with the attempts that were drawn with it. Where they come to suffice after a repair of the rubric, raters at work
 * calibrate again from here on.
 *
 * @returns ids of the anchors by label
 * @throws UserError `invalid` with all that is wrong, by label and criterion; `conflict` where a rater has begun on the
 *   prompt, another inspector has to make them, or the study is a draft; `closed`
 */
export async function makeAnchors(
  inspector: Inspector,
  slug: string,
  input: AnchorsInput,
): Promise<{ anchors: Record<string, string> }> {
  const study = await studyHead(db, slug)
  if (study.state === 'draft')
    throw new UserError(
      'conflict',
      'The study has no tasks yet: open it first, and pause it while anchors are made.',
    )
  if (!isRunning(study.state))
    throw new UserError('closed', 'The study is closed; anchors are made while it takes work.')
  const outputIds = await anchorTaskOutputs(inspector, study.id, input.taskId)
  if (!outputIds) throw new UserError('not_found', 'There is no such task in this study.')
  await refuseOwnTask(db, inspector, input.taskId)
  const grounds = await calibrationGrounds(db, study.id)
  const made = judgedAnchors(input, outputIds, grounds)
  await retryRaces(() => db.$transaction((tx) => store(tx, { inspector, grounds }, made)))
  // Apart from the anchors, which hold whatever becomes of it: what is not begun now begins with the next anchor or claim.
  await retryRaces(() => db.$transaction((tx) => beginWantedRounds(tx, study.id), longEnough))
  return { anchors: Object.fromEntries(made.map(({ label, id }) => [label, id])) }
}

function judgedAnchors(input: AnchorsInput, outputIds: string[], { rubric, rules }: Grounds): MadeAnchor[] {
  const problems: LabelledProblem[] = []
  const labels = outputIds.map((_, index) => labelOf(index))
  const made = Object.entries(input.outputs).flatMap(([label, cells]): MadeAnchor[] => {
    const outputId = outputIds[labels.indexOf(label)]
    if (outputId === undefined) {
      problems.push({ label, field: null, text: `no such output; expected ${labels.join(', ')}` })
      return []
    }
    const { taskId, rubricVersion } = input
    const judged = judgeAnchor(
      { id: randomUUID(), taskId, rubricVersion, cells },
      { rubric, expertRange: rules.expert_range },
    )
    if (judged.kind === 'anchor') return [{ ...judged.anchor, label, outputId }]
    problems.push(...judged.problems.map((each) => ({ label, ...each })))
    return []
  })
  if (problems.length > 0) throw anchorProblems(problems)
  if (made.length === 0)
    throw new UserError('invalid', 'No output is scored.', { fields: { outputs: 'at least one output' } })
  return made
}

async function store(
  tx: Transaction,
  { inspector, grounds }: { inspector: Inspector; grounds: Grounds },
  made: MadeAnchor[],
): Promise<void> {
  const { studyId, rubricId } = grounds
  const taskId = made[0]?.taskId ?? ''
  await leaveLiveWork(tx, taskId)
  // Two inspectors at once on one output: the second replaces what the first has made.
  await tx.$executeRaw`SELECT FROM task WHERE id = ${taskId}::uuid FOR NO KEY UPDATE`
  const outputIds = made.map(({ outputId }) => outputId)
  const { count: replaced } = await tx.anchor.updateMany({
    where: { studyId, rubricId, outputId: { in: outputIds }, retiredAt: null },
    data: { retiredAt: new Date() },
  })
  await tx.anchor.createMany({
    data: made.map(({ id, outputId, cells }) => ({
      id,
      taskId,
      outputId,
      cells,
      studyId,
      rubricId,
      byId: inspector.id,
    })),
  })
  const detail = { anchors: made.map(({ id }) => id), replaced }
  await recordAudit(tx, { actorId: inspector.id, action: 'anchor.made', subjectId: taskId, studyId, detail })
}
