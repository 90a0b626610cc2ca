import type { JudgedCell } from '@/lib/domain/leaderboard/cells'
import type { Transaction } from '@/lib/data/db'
import type { LoadedStudy } from './board-settings'

const batch = 20_000

/**
 * Writes a new version of each agreed score that is new or differs from its latest version. A cell with too few scores
 * has none.
 */
export async function writeAgreedScores(tx: Transaction, study: LoadedStudy, cells: readonly JudgedCell[]): Promise<number> {
  const settled = cells.filter(({ agreement }) => agreement.status !== 'incomplete')
  let written = 0
  for (let start = 0; start < settled.length; start += batch) {
    written += await writeBatch(tx, study, settled.slice(start, start + batch))
  }
  return written
}

async function writeBatch(tx: Transaction, study: LoadedStudy, cells: readonly JudgedCell[]): Promise<number> {
  const { settings } = study
  const rows = cells.map((cell) => ({
    prompt: settings.prompts[cell.prompt]?.id,
    model: settings.models[cell.model]?.id,
    criterion: settings.criteria[cell.criterion]?.id,
    status: cell.agreement.status,
    value: cell.agreement.status === 'agreed' ? cell.agreement.value : null,
    provenance: { ratings: cell.ratings.toSorted(), notCounting: cell.notCounting.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
  }))
  return tx.$executeRaw`
    INSERT INTO agreed_score (id, round_id, output_id, criterion_id, version, status, value, rule, provenance)
    SELECT gen_random_uuid(), ${study.roundId}::uuid, o.id, c.id, coalesce(latest.version, 0) + 1, cell.status::agreement_status,
      cell.value, ${settings.method.rule}::agreement_rule, cell.provenance
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS cell (prompt text, model text, criterion text, status text, value float8, provenance jsonb)
    JOIN study st ON st.id = ${study.id}::uuid
    JOIN prompt p ON p.prompt_set_id = st.prompt_set_id AND p.key = cell.prompt
    JOIN model m ON m.study_id = st.id AND m.key = cell.model
    JOIN output o ON o.model_id = m.id AND o.prompt_id = p.id
    JOIN criterion c ON c.rubric_id = ${study.rubricId}::uuid AND c.key = cell.criterion
    LEFT JOIN LATERAL (
      SELECT a.version, a.status::text, a.value, a.provenance FROM agreed_score a
      WHERE a.output_id = o.id AND a.criterion_id = c.id ORDER BY a.version DESC LIMIT 1
    ) latest ON true
    WHERE (cell.status, cell.value, cell.provenance) IS DISTINCT FROM (latest.status, latest.value, latest.provenance)`
}
