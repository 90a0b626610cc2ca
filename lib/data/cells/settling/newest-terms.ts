import type { StoredProtocol } from '@/lib/domain/quality/quality-rules'
import type { ScaleShape } from '@/lib/domain/study/scale'
import type { StudyState } from '@/lib/domain/study/study-state'
import type { Transaction } from '@/lib/data/db'

type Criterion = { id: string; sameAs: string | null; scale: ScaleShape }

export type TermsRow = {
  slug: string
  source: 'desk' | 'imported'
  state: StudyState
  protocol: (StoredProtocol & { method: 'absolute' | 'pairwise' }) | null
  roundId: string | null
  /** All versions, newest first. */
  rubrics: { id: string; version: number; criteria: Criterion[] }[] | null
}

/**
 * A study with its newest protocol and round, and all its rubrics. In one query: this is read for each rating that the
 * worker looks at.
 */
export async function newestTerms(tx: Transaction, studyId: string): Promise<TermsRow> {
  const [row] = await tx.$queryRaw<{ terms: TermsRow }[]>`
    SELECT json_build_object('slug', st.slug, 'source', st.source, 'state', st.state,
      'protocol', (SELECT json_build_object('method', p.method, 'ratingsPerTask', p.ratings_per_task,
          'tolerance', p.tolerance, 'rule', p.rule, 'extraRatings', p.extra_ratings, 'checks', p.checks,
          'spotCheck', p.spot_check, 'calibration', p.calibration, 'monitors', p.monitors, 'arbitration', p.arbitration)
        FROM protocol p WHERE p.study_id = st.id ORDER BY p.version DESC LIMIT 1),
      'roundId', (SELECT round.id FROM round WHERE round.study_id = st.id ORDER BY round.number DESC LIMIT 1),
      'rubrics', (SELECT json_agg(json_build_object('id', rubric.id, 'version', rubric.version, 'criteria',
          (SELECT coalesce(json_agg(json_build_object('id', c.id, 'sameAs', c.same_as,
              'scale', json_build_object('min', c.minimum, 'max', c.maximum, 'step', c.step)) ORDER BY c.position), '[]')
            FROM criterion c WHERE c.rubric_id = rubric.id)) ORDER BY rubric.version DESC)
        FROM rubric WHERE rubric.study_id = st.id)) AS terms
    FROM study st WHERE st.id = ${studyId}::uuid`
  if (!row) throw new RangeError(`there is no study ${studyId}`)
  return row.terms
}
