import type { ScaleShape } from '@/lib/domain/study/scale'
import type { ArbitrationTerms } from './terms'

/** Ways of arbitrating that have a name of their own. Ours and editable. */
export const arbitrationTemplates = {
  /**
   * Two independent ratings. Within one step: their mean. Beyond it a third person rates, and the agreed score is the
   * mean of the third rating and the nearer of the two. Where both are as near, an inspector decides.
   */
  双人背靠背_第三人仲裁: (): ArbitrationTerms => ({
    ratings: 2,
    tolerance: { unit: 'steps', value: 1 },
    rule: 'mean',
    extra_ratings: 1,
    settled_by: 'nearest',
    last: 'inspector',
  }),
  /** Three independent ratings, and their median, however far apart they are. Nothing is arbitrated. */
  三人取中位: (): ArbitrationTerms => ({
    ratings: 3,
    tolerance: null,
    rule: 'median',
    extra_ratings: 0,
    settled_by: 'majority',
    last: 'inspector',
  }),
  /**
   * Double marking, with a tolerance in marks: a tenth of the full marks, in whole steps, at least one. Within it: the
   * mean. Beyond it a third marker; the mean of the third mark and the nearer of the two, if these are within the
   * tolerance. Else, and where both are as near, the chief marker (the inspector) decides.
   */
  高考双评: ({ min, max, step }: ScaleShape): ArbitrationTerms => ({
    ratings: 2,
    tolerance: { unit: 'marks', value: Math.max(1, Math.floor((max - min) / 10 / step + 1e-9)) * step },
    rule: 'mean',
    extra_ratings: 1,
    settled_by: 'nearest_within',
    last: 'inspector',
  }),
} as const satisfies Record<string, (scale: ScaleShape) => ArbitrationTerms>

export type ArbitrationTemplate = keyof typeof arbitrationTemplates
