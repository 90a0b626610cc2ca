import type { Criterion } from '@/lib/domain/study/rubric'
import type { BlindTask } from './blind-task'
import type { RatingInput } from './rating'

/** What a rater has put down so far. `cannotJudge` holds a reason per label; `task` stands for the whole sheet. */
export type Draft = {
  scores: Record<string, Record<string, number>>
  comments: Record<string, string>
  cannotJudge: Record<string, string>
}

/** The cells of a task: one per output and criterion; with `asked` only the criteria named there, by label. */
export type Sheet = {
  labels: string[]
  criteria: Criterion[]
  asked?: Readonly<Record<string, readonly string[]>>
}

export type Cell = { output: number; criterion: number }

export type Missing = { kind: 'score'; at: Cell } | { kind: 'comment'; at: Cell }

export const emptyDraft: Draft = { scores: {}, comments: {}, cannotJudge: {} }

export function sheetOf(task: Pick<BlindTask, 'outputs' | 'rubric'>): Sheet {
  return { labels: task.outputs.map((output) => output.label), criteria: task.rubric.criteria }
}

export function isUntouched(draft: Draft): boolean {
  const parts = [...Object.values(draft.scores).flatMap(Object.values), ...Object.values(draft.cannotJudge)]
  return parts.length === 0 && Object.values(draft.comments).every((text) => text.trim() === '')
}

export function scoreAt(sheet: Sheet, draft: Draft, at: Cell): number | undefined {
  const label = sheet.labels[at.output]
  const criterion = sheet.criteria[at.criterion]
  return label === undefined || criterion === undefined ? undefined : draft.scores[label]?.[criterion.id]
}

/** All cells that are asked for, output by output: the order in which Tab walks. */
export function cellsOf(sheet: Sheet): Cell[] {
  return sheet.labels.flatMap((_, output) =>
    sheet.criteria.map((_, criterion) => ({ output, criterion })).filter((at) => isAsked(sheet, at)),
  )
}

export function isAsked({ labels, criteria, asked }: Sheet, at: Cell): boolean {
  if (asked === undefined) return true
  const [label, criterion] = [labels[at.output], criteria[at.criterion]]
  return label !== undefined && criterion !== undefined && (asked[label]?.includes(criterion.id) ?? false)
}

/** What still stands between this draft and a rating, in walking order. Outputs that cannot be judged need nothing. */
export function missingIn(sheet: Sheet, draft: Draft): Missing[] {
  if (draft.cannotJudge['task'] !== undefined) return []
  return cellsOf(sheet).flatMap((at): Missing[] => {
    const label = sheet.labels[at.output] ?? ''
    if (draft.cannotJudge[label] !== undefined) return []
    const value = scoreAt(sheet, draft, at)
    if (value === undefined) return [{ kind: 'score', at }]
    return wantsComment(sheet, draft, at) && !draft.comments[label]?.trim() ? [{ kind: 'comment', at }] : []
  })
}

/** Some levels ask for a reason. */
function wantsComment(sheet: Sheet, draft: Draft, at: Cell): boolean {
  const value = scoreAt(sheet, draft, at)
  const levels = sheet.criteria[at.criterion]?.scale.levels ?? []
  return levels.some((level) => level.value === value && level.comment_required)
}

/** What is sent: a sheet on which no output can be judged is handed back as a whole. */
export function ratingFrom(
  sheet: Sheet,
  draft: Draft,
): Pick<RatingInput, 'scores' | 'comments' | 'cannotJudge'> {
  const given = Object.entries(draft.comments).map(([label, text]) => [label, text.trim()] as const)
  const comments = Object.fromEntries(given.filter(([, text]) => text !== ''))
  const judged = sheet.labels.filter((label) => draft.cannotJudge[label] === undefined)
  const whole = draft.cannotJudge['task'] ?? (judged.length === 0 ? reasonsOf(draft) : undefined)
  if (whole !== undefined) return { scores: {}, comments, cannotJudge: { task: whole } }
  const scores = Object.fromEntries(judged.map((label) => [label, draft.scores[label] ?? {}]))
  return { scores, comments, cannotJudge: draft.cannotJudge }
}

function reasonsOf(draft: Draft): string {
  return [...new Set(Object.values(draft.cannotJudge))].join('; ').slice(0, 500)
}
