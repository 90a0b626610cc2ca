import type { ScaleShape } from '@/lib/domain/study/scale'
import type { ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import { rulesOf } from '@/lib/domain/quality/quality-rules'
import type { Transaction } from '@/lib/data/db'

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

const newest = { orderBy: { version: 'desc' }, take: 1 } as const

/** Null where no value can be taken cell by cell: paired comparison, and the rule P.910, which takes all at once. */
export async function settlingTerms(tx: Transaction, studyId: string): Promise<SettlingTerms | null> {
  const study = await tx.study.findUniqueOrThrow({
    where: { id: studyId },
    include: {
      protocols: newest,
      rubrics: { orderBy: { version: 'desc' }, include: { criteria: { orderBy: { position: 'asc' } } } },
      rounds: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
    },
  })
  const [protocol, rubric, round] = [study.protocols[0], study.rubrics[0], study.rounds[0]]
  if (!protocol || !rubric || !round)
    throw new RangeError(`study ${study.slug} lacks a protocol, rubric or round`)
  if (protocol.method !== 'absolute' || protocol.rule === 'p910') return null
  const roots = (criteria: typeof rubric.criteria) =>
    criteria.map(({ id, sameAs }) => [id, sameAs ?? id] as const)
  return {
    studyId,
    roundId: round.id,
    source: study.source,
    takesWork: study.state === 'open' || study.state === 'paused',
    arbitration: rulesOf(protocol).arbitration,
    rubricVersion: rubric.version,
    criteria: rubric.criteria.map(({ id, sameAs, minimum, maximum, step }) => ({
      ...{ id, root: sameAs ?? id },
      scale: { min: minimum, max: maximum, step },
    })),
    rootOf: new Map(study.rubrics.flatMap(({ criteria }) => roots(criteria))),
    criterionIn: new Map(
      study.rubrics.map(({ id, criteria }) => [
        id,
        new Map(roots(criteria).map(([own, root]) => [root, own])),
      ]),
    ),
  }
}
