import { agreementMeasures } from './agreement-measures'
import type { Answer } from './answer'
import { comparisonMeasures } from './comparison-measures'
import { correlationMeasure } from './correlation-measure'
import { groupMeasures } from './group-measures'
import { labelMeasures } from './label-measures'
import { planningMeasures } from './planning-measures'
import type { Query } from './query'
import { raterMeasures } from './rater-measures'

/** A measure of the command line: reads what it needs, computes, and says what it rests on. */
export type Measure = (query: Query) => Promise<Answer>

export const measures: Record<string, Measure> = {
  ...agreementMeasures,
  ...labelMeasures,
  ...raterMeasures,
  ...comparisonMeasures,
  ...groupMeasures,
  correlation: correlationMeasure,
  ...planningMeasures,
}
