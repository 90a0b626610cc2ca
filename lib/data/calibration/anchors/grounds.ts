import type { DrawFacts } from '@/lib/domain/quality/calibration/draw-attempts'
import type { CalibrationRules } from '@/lib/domain/quality/calibration/calibration-rules'
import type { Db, Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { rulesInForce } from '@/lib/data/quality/rules'
import { anchorsInForce, type KeptAnchor } from './anchor-rows'

/** What a study calibrates its raters on now. */
export type Grounds = Omit<DrawFacts, 'seen' | 'anchors'> & {
  studyId: string
  rubricId: string
  anchors: KeptAnchor[]
  rules: CalibrationRules
}

/** A study calibrates by the rubric under which it hands out work; a draft, by its newest. */
export async function calibrationGrounds(at: Db | Transaction, studyId: string): Promise<Grounds> {
  const study = await at.study.findUniqueOrThrow({
    where: { id: studyId },
    select: {
      currentRubricId: true,
      rubrics: { orderBy: { version: 'desc' }, take: 1, select: { id: true } },
    },
  })
  const rubricId = study.currentRubricId ?? study.rubrics[0]?.id ?? ''
  const rubric = await rubricOf(at, rubricId)
  const anchors = await anchorsInForce(at, studyId, { id: rubricId, version: rubric.version })
  const { calibration } = await rulesInForce(at, studyId)
  return { studyId, rubricId, rubric, anchors, rules: calibration }
}
