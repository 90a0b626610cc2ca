import { factsOf, stepOf, termsOf } from '@/lib/domain/leaderboard/cell-value'
import type { JudgedCell } from '@/lib/domain/leaderboard/cells'
import { recordOf, type AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { Transaction } from '@/lib/data/db'
import type { LoadedStudy } from './board-settings'
import { arbiterDecisionOf, decisionsOf, type StoredDecision } from './decision-rows'

const batch = 20_000

export type Decisions = ReadonlyMap<string, StoredDecision>

/** The record of a cell as the board has it, but for its version. */
export function recordOfCell(
  cell: JudgedCell,
  { settings }: LoadedStudy,
  decisions: Decisions,
): Omit<AgreedRecord, 'version'> {
  const { method } = settings
  const stands = cell.decision && decisions.get(cell.decision.id)
  const decision = stands ? arbiterDecisionOf(stands) : null
  const step = stepOf(cell, settings)
  return recordOf({
    facts: factsOf(cell, { method, decision }),
    // The step knows of a decision only what a ratings file says.
    step: step.step === 'decided' && decision ? { ...step, decision } : step,
    terms: termsOf(method),
    notCounting: cell.notCounting.map(({ id: ratingId, value, reason }) => ({ ratingId, value, reason })),
    rubricVersion: method.rubricVersion,
  })
}

/**
 * Writes a new version of each agreed score that the latest one does not state: another value, or from other ratings. The
 * worker has written nearly all of them by now. A cell with too few scores has none.
 */
export async function writeAgreedScores(
  tx: Transaction,
  study: LoadedStudy,
  cells: readonly JudgedCell[],
): Promise<number> {
  const settled = cells.filter(({ agreement }) => agreement.status !== 'incomplete')
  const decisions: Decisions = new Map((await decisionsOf(tx, study)).map((each) => [each.id, each]))
  let written = 0
  for (let start = 0; start < settled.length; start += batch) {
    const rows = settled.slice(start, start + batch).map((cell) => rowOf(cell, study, decisions))
    written += await writeBatch(tx, study, rows)
  }
  return written
}

function rowOf(cell: JudgedCell, study: LoadedStudy, decisions: Decisions) {
  const { settings } = study
  return {
    prompt: settings.prompts[cell.prompt]?.id,
    model: settings.models[cell.model]?.id,
    criterion: settings.criteria[cell.criterion]?.id,
    record: recordOfCell(cell, study, decisions),
  }
}

/** What ratings a score comes from is a set: two programs may name them in another order. */
async function writeBatch(
  tx: Transaction,
  study: LoadedStudy,
  rows: readonly ReturnType<typeof rowOf>[],
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO agreed_score (id, round_id, output_id, criterion_id, version, status, value, rule, provenance)
    SELECT gen_random_uuid(), ${study.roundId}::uuid, o.id, c.id, coalesce(latest.version, 0) + 1,
      (record->>'status')::agreement_status, (record->>'value')::float8, ${study.settings.method.rule}::agreement_rule,
      record || jsonb_build_object('version', coalesce(latest.version, 0) + 1)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS cell (prompt text, model text, criterion text, record jsonb)
    JOIN study st ON st.id = ${study.id}::uuid
    JOIN prompt p ON p.prompt_set_id = st.prompt_set_id AND p.key = cell.prompt
    JOIN model m ON m.study_id = st.id AND m.key = cell.model
    JOIN output o ON o.model_id = m.id AND o.prompt_id = p.id
    JOIN criterion c ON c.rubric_id = ${study.rubricId}::uuid AND c.key = cell.criterion
    LEFT JOIN LATERAL (
      SELECT a.version, a.provenance FROM agreed_score a
      WHERE a.output_id = o.id AND a.criterion_id = c.id ORDER BY a.version DESC LIMIT 1
    ) latest ON true
    WHERE (record->'status', record->'value', record->'by')
        IS DISTINCT FROM (latest.provenance->'status', latest.provenance->'value', latest.provenance->'by')
      OR NOT coalesce(record->'counting' @> (latest.provenance->'counting') AND record->'counting' <@ (latest.provenance->'counting'), false)`
}
