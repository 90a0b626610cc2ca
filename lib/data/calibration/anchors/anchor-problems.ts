import type { CalibrationProblem } from '@/lib/domain/quality/calibration/problem'
import { UserError, type Problem } from '@/lib/domain/user-error'

/** A problem with an anchor, under the label of its output. */
export type LabelledProblem = Pick<CalibrationProblem, 'field' | 'text'> &
  Partial<Pick<CalibrationProblem, 'words'>> & { label: string }

/** All that is wrong with anchors, as one refusal: a sentence per label and criterion. */
export function anchorProblems(problems: readonly LabelledProblem[]): UserError {
  const fields: Record<string, string> = {}
  for (const { label, field, text } of problems) {
    const path = pathOf(label, field)
    fields[path] = fields[path] === undefined ? text : `${fields[path]}; ${text}`
  }
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = first ? `${placeOf(first)}: ${first.text}${more}.` : 'The anchors cannot be made.'
  return new UserError('invalid', message, {
    fields,
    problems: problems.map(asProblem),
    problemCount: problems.length,
  })
}

/** `cells.accuracy.scores` of output A is `outputs.A.accuracy.scores`; a rubric's version is the whole input's. */
function pathOf(label: string, field: string | null): string {
  if (field === 'rubricVersion') return field
  return ['outputs', label, ...(field?.split('.').slice(1) ?? [])].join('.')
}

function placeOf({ label, field }: LabelledProblem): string {
  const criterion = field?.split('.')[1]
  return criterion === undefined ? `Output ${label}` : `Output ${label}, ${criterion}`
}

function asProblem({ label, field, text, words }: LabelledProblem): Problem {
  return {
    file: null,
    row: null,
    field: pathOf(label, field),
    got: null,
    expected: text,
    ...(words ? { words: { expected: words } } : {}),
  }
}
