import { randomUUID } from 'node:crypto'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import type { InspectionTask } from '@/lib/domain/quality/views/lot-view'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { anchorPrompts, isDisputed, levelIn, type ChainStudy, type Person } from './chain-study'

type Desk = { task: BlindTask | null }
type Scoring = (text: string) => number

const reason = { zh: '水平写在回答里。', en: 'The level is written in the answer.' }
const textOf = (task: BlindTask, label: string) =>
  (task.outputs.find((each) => each.label === label)?.turns ?? [])
    .map((turn) => (typeof turn === 'string' ? turn : turn.content))
    .join()

/** Experts' scores for every answer to the first prompts. */
export async function makeAnchors({ slug, inspector }: ChainStudy): Promise<number> {
  let made = 0
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { tasks: AnchorTask[]; next: string | null } = await inspector.api.get(
      `inspect/${slug}/anchors?cursor=${cursor}`,
    )
    for (const { taskId, task } of page.tasks) {
      const number = Number(/Question (\d+)/.exec(task.prompt.turns.join())?.[1])
      if (number >= anchorPrompts) continue
      const outputs = Object.fromEntries(
        task.outputs.map(({ label }) => {
          const level = levelIn(textOf(task, label))
          const cell = { scores: [level, level], reason }
          return [label, Object.fromEntries(task.rubric.criteria.map(({ id }) => [id, cell]))]
        }),
      )
      await inspector.api.post(`inspect/${slug}/anchors`, {
        taskId,
        rubricVersion: task.rubric.version,
        outputs,
      })
      made += task.outputs.length
    }
    cursor = page.next
  }
  return made
}

const ratingOf = (task: BlindTask, score: Scoring) => ({
  assignmentId: task.assignmentId,
  idempotencyKey: randomUUID(),
  scores: Object.fromEntries(
    task.outputs.map(({ label }) => {
      const level = score(textOf(task, label))
      return [label, Object.fromEntries(task.rubric.criteria.map(({ id }) => [id, level]))]
    }),
  ),
  dwellMs: 25_000,
})

/** One task at the desk, of whatever kind; false when there is none, or the rater was taken off the work. */
export async function workOnce(
  { slug }: ChainStudy,
  rater: Person,
  score: Scoring = levelIn,
): Promise<boolean> {
  const { task } = await rater.api.post<Desk>(`desk/${slug}/claim`, { hold: 1 })
  if (!task) return false
  await rater.api.post(`desk/${slug}/ratings`, ratingOf(task, score))
  return true
}

/** What the raters say where they fall out; elsewhere all say what is written. */
export const fallingOut =
  (own: number): Scoring =>
  (text) =>
    isDisputed(text) ? own : levelIn(text)

/** Inspects a lot to its decision, truthfully. Returns how many units it took. */
export async function inspectLot({ slug, inspector }: ChainStudy, lotId: string): Promise<number> {
  for (let units = 0; ; units += 1) {
    const unit = await inspector.api.post<InspectionTask | null>(`inspect/${slug}/lots/${lotId}/claim`)
    if (!unit) return units
    const level = levelIn(textOf(unit.task, 'A'))
    await inspector.api.post(`inspect/${slug}/lots/${lotId}/inspections`, {
      inspectionId: unit.inspectionId,
      idempotencyKey: randomUUID(),
      scores: Object.fromEntries(unit.task.rubric.criteria.map(({ id }) => [id, level])),
    })
  }
}
