import type { ScaleShape } from '@/lib/domain/study/scale'
import type { ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import { isRunning } from '@/lib/domain/study/study-state'
import { rulesOf } from '@/lib/domain/quality/quality-rules'
import type { Transaction } from '@/lib/data/db'
import { newestTerms, type TermsRow } from './newest-terms'

/** A criterion of the newest rubric; `root` is what it has in common with the same criterion of earlier versions. */
export type SettledCriterion = { id: string; root: string; scale: ScaleShape }

/** By what the cells of a study are settled now. */
export type SettlingTerms = {
  studyId: string
  roundId: string
  source: 'desk' | 'imported'
  /** Whether raters still take work: only then is anybody asked for an extra rating. */
  takesWork: boolean
  arbitration: ArbitrationTerms
  rubricVersion: number
  criteria: SettledCriterion[]
  /** Criterion of any version → its root. */
  rootOf: ReadonlyMap<string, string>
  /** Rubric → root → criterion. */
  criterionIn: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Null where no value can be taken cell by cell: paired comparison, and the rule P.910, which takes all at once. */
export async function settlingTerms(tx: Transaction, studyId: string): Promise<SettlingTerms | null> {
  const { slug, source, state, protocol, roundId, rubrics } = await newestTerms(tx, studyId)
  const [rubric] = rubrics ?? []
  if (!protocol || !rubrics || !rubric || !roundId)
    throw new RangeError(`study ${slug} lacks a protocol, rubric or round`)
  if (protocol.method !== 'absolute' || protocol.rule === 'p910') return null
  return {
    studyId,
    roundId,
    source,
    takesWork: isRunning(state),
    arbitration: rulesOf(protocol).arbitration,
    rubricVersion: rubric.version,
    criteria: rubric.criteria.map(({ id, sameAs, scale }) => ({ id, root: sameAs ?? id, scale })),
    rootOf: new Map(rubrics.flatMap(roots)),
    criterionIn: new Map(
      rubrics.map((each) => [each.id, new Map(roots(each).map(([own, root]) => [root, own]))]),
    ),
  }
}

const roots = ({ criteria }: NonNullable<TermsRow['rubrics']>[number]) =>
  criteria.map(({ id, sameAs }) => [id, sameAs ?? id] as const)
