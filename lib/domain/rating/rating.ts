import { z } from 'zod'
import { isOnScale, type Criterion } from '@/lib/domain/study/rubric'

const text = z.string().max(5000)

/** What the desk sends. A label is A, B, C …; `task` stands for the whole sheet. */
export const ratingInput = z.object({
  assignmentId: z.uuid(),
  idempotencyKey: z.string().min(8).max(100),
  scores: z.record(z.string().max(3), z.record(z.string().max(40), z.number())).default({}),
  comments: z.record(z.string().max(4), text).default({}),
  cannotJudge: z.record(z.string().max(4), z.string().min(1).max(500)).default({}),
  verdict: z.enum(['left', 'right', 'tie', 'both_bad']).optional(),
  ranking: z.array(z.array(z.string().max(3))).optional(),
  guess: text.optional(),
  dwellMs: z.number().int().min(0).max(86_400_000),
})
export type RatingInput = z.infer<typeof ratingInput>

export const correctionInput = ratingInput
  .omit({ assignmentId: true, idempotencyKey: true })
  .extend({ revision: z.number().int().min(1) })
export type CorrectionInput = z.infer<typeof correctionInput>

export type JudgedScore = { label: string; criterion: string; value: number }

/** Either every cell that can be judged has a score, or the whole task was handed back with a reason. */
export type Judgement =
  | { kind: 'rated'; scores: JudgedScore[] }
  | { kind: 'skipped'; reason: string }
  | { kind: 'refused'; fields: Record<string, string> }

type Shown = { labels: string[]; criteria: Pick<Criterion, 'id' | 'scale'>[] }

/** Decides what a rating says; refuses with one sentence per field. Pure. */
export function judgeRating(shown: Shown, input: Omit<CorrectionInput, 'revision'>): Judgement {
  const whole = input.cannotJudge['task']
  if (whole !== undefined) return { kind: 'skipped', reason: whole }
  const fields = problemsWithLabels(shown, input)
  const scores: JudgedScore[] = []
  for (const label of shown.labels) {
    if (input.cannotJudge[label] !== undefined) continue
    for (const criterion of shown.criteria) {
      const value = input.scores[label]?.[criterion.id]
      const problem = problemWithScore(value, criterion, input.comments[label])
      if (problem) fields[`scores.${label}.${criterion.id}`] = problem
      else if (value !== undefined) scores.push({ label, criterion: criterion.id, value })
    }
  }
  if (Object.keys(fields).length > 0) return { kind: 'refused', fields }
  if (scores.length === 0)
    return { kind: 'refused', fields: { cannotJudge: 'hand the whole task back with "task"' } }
  return { kind: 'rated', scores }
}

function problemWithScore(
  value: number | undefined,
  criterion: Shown['criteria'][number],
  comment: string | undefined,
): string | null {
  const { min, max, step, levels } = criterion.scale
  if (value === undefined) return `missing; expected ${min} to ${max}`
  if (!isOnScale(value, criterion.scale))
    return `${value} is not on the scale ${min} to ${max} in steps of ${step}`
  const needsComment = levels.some((each) => each.value === value && each.comment_required)
  return needsComment && !comment?.trim() ? `${value} needs a comment` : null
}

function problemsWithLabels(shown: Shown, input: Omit<CorrectionInput, 'revision'>): Record<string, string> {
  const fields: Record<string, string> = {}
  if (input.verdict !== undefined) fields['verdict'] = 'not asked for in this task'
  if (input.ranking !== undefined) fields['ranking'] = 'not asked for in this task'
  const known = new Set([...shown.labels, 'task'])
  for (const [part, values] of [
    ['scores', input.scores],
    ['comments', input.comments],
    ['cannotJudge', input.cannotJudge],
  ] as const) {
    for (const label of Object.keys(values)) {
      if (!known.has(label))
        fields[`${part}.${label}`] = `no such output; expected ${shown.labels.join(', ')}`
    }
  }
  const criteria = new Set(shown.criteria.map((each) => each.id))
  for (const [label, values] of Object.entries(input.scores)) {
    for (const id of Object.keys(values)) {
      if (!criteria.has(id)) fields[`scores.${label}.${id}`] = 'no such criterion'
      if (input.cannotJudge[label] !== undefined)
        fields[`scores.${label}.${id}`] = 'scored and not judged at once'
    }
  }
  return fields
}
