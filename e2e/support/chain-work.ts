import { randomUUID } from 'node:crypto'
import type { AnchorTask, CalibrationView } from '@/lib/domain/quality/views/calibration-view'
import type { InspectionTask, LotQueue } from '@/lib/domain/quality/views/lot-view'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { anchorPrompts, isDisputed, levelsIn, type ChainStudy, type Levels, type Person } from './chain-study'

type Desk = { task: BlindTask | null }
export type Scoring = (text: string) => Levels

const reason = { zh: '水平写在回答里。', en: 'The levels are written in the answer.' }
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
          const { accuracy, style } = levelsIn(textOf(task, label))
          const cell = (level: number) => ({ scores: [level, level], reason })
          return [label, { accuracy: cell(accuracy), style: cell(style) }]
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
  scores: Object.fromEntries(task.outputs.map(({ label }) => [label, score(textOf(task, label))])),
  dwellMs: 25_000,
})

/** One task at the desk, of whatever kind; false when there is none, or the rater was taken off the work. */
export async function workOnce(
  { slug }: ChainStudy,
  rater: Person,
  score: Scoring = levelsIn,
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
    isDisputed(text) ? { accuracy: own, style: 3 } : levelsIn(text)

/** Inspects all lots that wait, truthfully; over what raters fall out nobody can say. */
export async function inspectLots({ slug, inspector }: ChainStudy): Promise<void> {
  const { lots } = await inspector.api.get<LotQueue>(`inspect/${slug}/lots`)
  for (const { id } of lots.filter(({ state }) => state === 'drawn'))
    for (;;) {
      const unit = await inspector.api.post<InspectionTask | null>(`inspect/${slug}/lots/${id}/claim`)
      if (!unit) break
      const text = textOf(unit.task, 'A')
      await inspector.api.post(`inspect/${slug}/lots/${id}/inspections`, {
        inspectionId: unit.inspectionId,
        idempotencyKey: randomUUID(),
        ...(isDisputed(text) ? { scores: {}, cannotJudge: 'unclear' } : { scores: levelsIn(text) }),
      })
    }
}

/** Calibrates over HTTP; gives the standing at the end. */
export async function calibrate(study: ChainStudy, rater: Person): Promise<string | undefined> {
  for (;;) {
    const view = await rater.api.get<CalibrationView | null>(`desk/${study.slug}/calibration`)
    if (view?.standing !== 'attempt') return view?.standing
    await workOnce(study, rater)
  }
}
