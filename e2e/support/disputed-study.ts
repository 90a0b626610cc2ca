import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { processDue } from '@/lib/data/chain/process-due'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'

/** What a rater gives to a model's answer to a prompt, by criterion; null where the answer cannot be judged. */
export type Opinion = (prompt: number, model: number) => { accuracy: number; style: number } | null

/** All criteria alike. */
export const says =
  (value: number): Opinion =>
  () => ({ accuracy: value, style: value })

/** Which answer of the factory's studies stands behind a label. */
export function answerAt(task: BlindTask, label: string): { prompt: number; model: number } {
  const turns = task.outputs.find((each) => each.label === label)?.turns ?? []
  const found = /Answer (\d+) of kind (\d+)/.exec(String(turns[0]))
  if (!found) throw new RangeError(`no answer behind ${label}`)
  return { prompt: Number(found[1]), model: Number(found[2]) }
}

export function ratingOf(task: BlindTask, opinion: Opinion) {
  const given = task.outputs.map(({ label }) => {
    const { prompt, model } = answerAt(task, label)
    return [label, opinion(prompt, model)] as const
  })
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: randomUUID(),
    scores: Object.fromEntries(given.flatMap(([label, scores]) => (scores ? [[label, scores]] : []))),
    cannotJudge: Object.fromEntries(
      given.flatMap(([label, scores]) => (scores ? [] : [[label, 'needs a specialist']])),
    ),
    comments: {},
    dwellMs: 20_000,
  }
}

/** Rates whatever the desk has for this rater. Returns how many tasks that were. */
export async function rateAll(rater: Rater, slug: string, opinion: Opinion): Promise<number> {
  for (let tasks = 0; ; tasks += 1) {
    const { task } = await claimTasks(rater, slug, 1)
    if (!task) return tasks
    await submitRating(rater, slug, ratingOf(task, opinion))
  }
}

/** Lets the worker's round run until nothing is due. */
export async function settleDue(): Promise<void> {
  while ((await processDue(500)).done > 0);
}

export type KeptCell = {
  prompt: number
  model: number
  criterion: string
  version: number
  status: string
  value: number | null
  provenance: {
    status: string
    by: string | null
    counting: { ratingId: string; value: number }[]
    notCounting: { ratingId: string; value: number | null; reason: string }[]
  }
}

/** The latest agreed scores of a study under its newest rubric, in the study's order. */
export async function keptCells(studyId: string): Promise<KeptCell[]> {
  return db.$queryRaw<KeptCell[]>`
    SELECT DISTINCT ON (p.position, m.position, c.position) p.position AS prompt, m.position AS model, c.key AS criterion,
      a.version, a.status::text, a.value, a.provenance
    FROM agreed_score a JOIN output o ON o.id = a.output_id AND o.study_id = ${studyId}::uuid
    JOIN prompt p ON p.id = o.prompt_id JOIN model m ON m.id = o.model_id JOIN criterion c ON c.id = a.criterion_id
    WHERE c.rubric_id = (SELECT id FROM rubric WHERE study_id = ${studyId}::uuid ORDER BY version DESC LIMIT 1)
    ORDER BY p.position, m.position, c.position, a.version DESC`
}

/** An inspector made for tests of lib/data. */
export async function makeInspector(): Promise<Inspector> {
  const { id } = await db.account.create({ data: { role: 'inspector' } })
  return { id } as Inspector
}
