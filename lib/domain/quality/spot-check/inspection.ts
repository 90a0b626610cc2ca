import { z } from 'zod'
import { isBeyond, stepsBetween } from './difference'
import type { LotCriterion, LotUnit } from './lot'

/** What an inspector says about one unit, blind to rater and rating. */
export const inspectionInput = z
  .object({
    scores: z.record(z.string(), z.number()),
    /** Rules of the rubric that the rating under inspection cannot have kept, marked once it is shown. */
    hardRulesBroken: z.array(z.string().min(1)).default([]),
    cannotJudge: z.string().min(1).nullable().default(null),
  })
  .refine(({ scores, cannotJudge }) => cannotJudge !== null || Object.keys(scores).length > 0, {
    message: 'Scores, or a reason why the output cannot be judged.',
  })
export type InspectionInput = z.infer<typeof inspectionInput>

/** How far a rating is from the inspector: `major` is an error, `minor` is told to the rater and no more. */
const differenceClass = z.enum(['within', 'minor', 'major'])
export type DifferenceClass = z.infer<typeof differenceClass>

const inspectedCriterion = z.object({
  criterion: z.string(),
  given: z.number(),
  inspected: z.number(),
  steps: z.number(),
  class: differenceClass,
})
export type InspectedCriterion = z.infer<typeof inspectedCriterion>

/** What an inspection found, as it is kept with its unit. */
export const judgedUnit = z.object({
  /** The worst of the criteria; null where the unit could not be judged. */
  class: differenceClass.nullable(),
  /** Whether the unit is an error; null where it could not be judged. */
  error: z.boolean().nullable(),
  criteria: z.array(inspectedCriterion),
  hardRulesBroken: z.array(z.string()),
})
export type JudgedUnit = z.infer<typeof judgedUnit>

export type DifferenceTolerance = {
  /** Steps within which people count as agreeing (the study's agreement tolerance). */
  within: number
  /** Steps beyond which the difference is an error (`spot_check.error_tolerance`). */
  error: number
}

/**
 * Classifies what the inspector found. Within the tolerance; or minor; or major, which is an error: more than
 * `error_tolerance` steps on any criterion that both scored, or a broken hard rule of the rubric. Where a study allows
 * more for agreement than for errors, the latter decides and nothing is minor.
 */
export function judgeInspection(
  unit: Pick<LotUnit, 'scores'>,
  inspection: InspectionInput,
  { criteria, tolerance }: { criteria: readonly LotCriterion[]; tolerance: DifferenceTolerance },
): JudgedUnit {
  const { hardRulesBroken } = inspection
  const compared = criteria.flatMap(({ id, scale }): InspectedCriterion[] => {
    const [given, inspected] = [unit.scores[id], inspection.scores[id]]
    if (given === undefined || inspected === undefined) return []
    const steps = stepsBetween(given, inspected, scale.step)
    return [{ criterion: id, given, inspected, steps, class: classOf(steps, tolerance) }]
  })
  const broken = hardRulesBroken.length > 0
  if (!broken && (inspection.cannotJudge !== null || compared.length === 0))
    return { class: null, error: null, criteria: compared, hardRulesBroken }
  const worst = broken ? 'major' : worstOf(compared)
  return { class: worst, error: worst === 'major', criteria: compared, hardRulesBroken }
}

function classOf(steps: number, { within, error }: DifferenceTolerance): DifferenceClass {
  if (isBeyond(steps, error)) return 'major'
  return isBeyond(steps, within) ? 'minor' : 'within'
}

function worstOf(criteria: readonly InspectedCriterion[]): DifferenceClass {
  const found = new Set(criteria.map((each) => each.class))
  if (found.has('major')) return 'major'
  return found.has('minor') ? 'minor' : 'within'
}
