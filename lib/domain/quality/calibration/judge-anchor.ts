import { isOnScale } from '@/lib/domain/study/scale'
import { median } from '@/lib/stats/descriptive/median'
import { acceptedBand, isInside, takesAll, type Band } from './accepted-band'
import type { Anchor, AnchorCell, AnchorInput, ScaledCriterion } from './anchor'
import { calibrationStep } from './calibration-step'
import { problem, type CalibrationProblem } from './problem'

export type JudgedAnchor =
  { kind: 'anchor'; anchor: Anchor } | { kind: 'refused'; problems: CalibrationProblem[] }

export type AnchorTerms = {
  rubric: { version: number; criteria: readonly ScaledCriterion[] }
  /** `expert_range` of the study's rules, in calibration steps. */
  expertRange: number
}

/** Makes an anchor of experts' scores, or says all that is wrong with them at once, a sentence per field. */
export function judgeAnchor(input: AnchorInput, { rubric, expertRange }: AnchorTerms): JudgedAnchor {
  const known = new Set(rubric.criteria.map(({ id }) => id))
  const problems = Object.keys(input.cells)
    .filter((id) => !known.has(id))
    .map((id) => problem(`cells.${id}`, 'unknownCriterion', { criterion: id }))
  if (input.rubricVersion !== rubric.version)
    problems.push(
      problem('rubricVersion', 'otherRubric', { got: input.rubricVersion, version: rubric.version }),
    )
  const cells: AnchorCell[] = []
  for (const criterion of rubric.criteria) {
    const cell = input.cells[criterion.id]
    const found = cell
      ? problemsWithCell(cell, criterion, expertRange)
      : [problem(`cells.${criterion.id}`, 'missingCriterion')]
    problems.push(...found)
    if (cell && found.length === 0) cells.push(anchorCell(cell, criterion))
  }
  if (problems.length > 0) return { kind: 'refused', problems }
  const { id, taskId, rubricVersion } = input
  return { kind: 'anchor', anchor: { id, taskId, rubricVersion, cells } }
}

type CellInput = AnchorInput['cells'][string]

function anchorCell({ scores, band, reason }: CellInput, { id, scale }: ScaledCriterion): AnchorCell {
  const agreed = median(scores)
  return {
    criterionId: id,
    agreed,
    band: band ?? acceptedBand(agreed, scale),
    reason,
    experts: scores.toSorted((a, b) => a - b),
  }
}

function problemsWithCell({ scores, band }: CellInput, { id, scale }: ScaledCriterion, range: number) {
  const { min, max, step } = scale
  const field = `cells.${id}.scores`
  const off = scores.filter((score) => !isOnScale(score, scale))
  if (off.length > 0) return off.map((score) => problem(field, 'offScale', { score, min, max, step }))
  if (scores.length < 2) return [problem(field, 'tooFewExperts', { count: scores.length })]
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  const allowed = range * calibrationStep(scale)
  if (high - low > allowed + 1e-9) return [problem(field, 'expertsApart', { low, high, range: allowed })]
  return band ? problemsWithBand(band, { id, scale }, median(scores)) : []
}

function problemsWithBand(band: Band, { id, scale }: ScaledCriterion, agreed: number): CalibrationProblem[] {
  const { min, max, step } = scale
  const { low, high } = band
  const field = `cells.${id}.band`
  if (low > high || !isOnScale(low, scale) || !isOnScale(high, scale))
    return [problem(field, 'bandOffScale', { low, high, min, max, step })]
  if (!isInside(agreed, band)) return [problem(field, 'bandWithoutAgreed', { low, high, agreed })]
  return takesAll(band, scale) ? [problem(field, 'bandTakesAll', { low, high })] : []
}
