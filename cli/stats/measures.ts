import { agreementMeasures } from './agreement-measures'
import { comparisonMeasures } from './comparison-measures'
import { correlationMeasure } from './correlation-measure'
import { groupMeasures } from './group-measures'
import { labelMeasures } from './label-measures'
import { planningMeasures } from './planning-measures'
import type { Measure } from './measure'
import { raterMeasures } from './rater-measures'

/** What `mangping stats` knows, by name. */
export const measures: Record<string, Measure> = {
  ...agreementMeasures,
  ...labelMeasures,
  ...raterMeasures,
  ...comparisonMeasures,
  ...groupMeasures,
  correlation: correlationMeasure,
  ...planningMeasures,
}
