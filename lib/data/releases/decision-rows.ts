import { decisionKind } from '@/lib/domain/leaderboard/rating-row'
import { cause, type Cause } from '@/lib/domain/quality/arbitration/causes'
import type { ArbiterDecision } from '@/lib/domain/quality/arbitration/decision'
import type { Transaction } from '@/lib/data/db'
import type { LoadedStudy } from './board-settings'
import { lineageSql } from './score-rows-sql'
import type { StoredRating } from './stored-rating'

/** A person's decision about a cell. */
export type StoredDecision = {
  id: string
  outputId: string
  promptId: string
  prompt: string
  model: string
  criterion: string
  rubricVersion: number
  by: 'inspector' | 'meeting'
  value: number
  minutes: string | null
  present: string[]
  byId: string
  cause: Cause | null
  at: Date
  /** Why it is on record only; null for the one that stands. */
  reason: 'rubric_version' | 'anchored' | 'later_decision' | null
}

type Row = Omit<StoredDecision, 'cause'> & { cause: string | null }

/** All decisions of a study in the order in which they were made. */
export async function decisionsOf(
  tx: Transaction,
  { id: studyId, rubricId }: LoadedStudy,
): Promise<StoredDecision[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH lineage AS (${lineageSql({ studyId, rubricId })})
    SELECT d.id, d.output_id AS "outputId", o.prompt_id AS "promptId", p.key AS prompt, m.key AS model, c.key AS criterion,
      b.version AS "rubricVersion", d.kind AS by, d.value, d.minutes, d.present, d.by_id AS "byId", d.decided_at AS at,
      (SELECT said.cause FROM arbitration_cause said WHERE said.arbitration_id = d.id ORDER BY said.sequence DESC LIMIT 1) AS cause,
      CASE
        WHEN c.newest_id IS NULL THEN 'rubric_version'
        WHEN EXISTS (SELECT FROM task t WHERE t.study_id = o.study_id AND t.prompt_id = o.prompt_id AND t.anchored_at IS NOT NULL)
          THEN 'anchored'
        WHEN row_number() OVER (PARTITION BY d.output_id, c.root ORDER BY d.sequence) > 1 THEN 'later_decision'
      END AS reason
    FROM arbitration d JOIN output o ON o.id = d.output_id JOIN lineage c ON c.id = d.criterion_id
    JOIN rubric b ON b.id = c.rubric_id JOIN prompt p ON p.id = o.prompt_id JOIN model m ON m.id = o.model_id
    WHERE o.study_id = ${studyId}::uuid ORDER BY d.sequence`
  return rows.map((row) => ({ ...row, cause: cause.nullable().parse(row.cause) }))
}

/** A decision as a row of a ratings file: nobody's rating, without the words that were said about it. */
export function decisionRow(decision: StoredDecision): StoredRating {
  const { id, prompt, model, criterion, value, reason } = decision
  return {
    rating_id: id,
    revision: 1,
    assignment_id: '',
    kind: decisionKind,
    prompt,
    model,
    label: '',
    position: null,
    rater: '',
    criterion,
    score: value,
    counts: reason === null,
    reason: reason ?? decision.by,
    rubric_version: decision.rubricVersion,
    seconds: null,
    submitted_at: decision.at.toISOString(),
    comment: null,
    output_id: decision.outputId,
    prompt_id: decision.promptId,
    excluded_for: null,
  }
}

/** The decision in the words of the agreed score's record; a cause may be named later and changes no score. */
export function arbiterDecisionOf({ by, value, byId, minutes, present }: StoredDecision): ArbiterDecision {
  if (by === 'inspector') return { by, value, cause: null, inspectorId: byId }
  return { by, value, cause: null, minutes: minutes ?? '', present }
}
