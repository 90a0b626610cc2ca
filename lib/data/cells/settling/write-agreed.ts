import { nextVersion, recordOf, type AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { Transaction } from '@/lib/data/db'
import { keptRecords, type KeptScore } from './cell-context'
import type { SettledCell } from './settle-task'
import type { SettlingTerms } from './settling-terms'

type Fresh = { cell: SettledCell['cell']; record: Omit<AgreedRecord, 'version'> }

/**
 * Writes a new version of each agreed score that has changed. A cell that never had enough ratings has none; one that has
 * lost them gets a version that says so, once.
 */
export async function writeAgreed(
  tx: Transaction,
  terms: SettlingTerms,
  cells: readonly SettledCell[],
): Promise<void> {
  const fresh = cells.map((settled) => freshOf(settled, terms)).filter(saysSomething)
  const alike = fresh.flatMap(({ cell: { kept }, record }) =>
    kept && isAlike(kept, record) ? [kept.id] : [],
  )
  // Only of scores with the same value the whole record is compared.
  const records = await keptRecords(tx, alike)
  const versions = fresh.flatMap(({ cell, record }) => {
    const next = versionAfter(cell.kept, record, records)
    if (!next) return []
    const { version, value } = next
    const status = value === null ? 'needs_arbitration' : 'agreed'
    return [{ output: cell.outputId, criterion: cell.criterionId, version, status, value, record: next }]
  })
  if (versions.length === 0) return
  await tx.$executeRaw`
    INSERT INTO agreed_score (id, round_id, output_id, criterion_id, version, status, value, rule, provenance)
    SELECT gen_random_uuid(), ${terms.roundId}::uuid, output, criterion, version, status::agreement_status, value,
      ${terms.arbitration.rule}::agreement_rule, record
    FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb)
      AS fresh (output uuid, criterion uuid, version int, status text, value float8, record jsonb)`
}

function freshOf({ cell, step }: SettledCell, terms: SettlingTerms): Fresh {
  const { facts, notCounting } = cell
  const record = recordOf({
    step,
    notCounting,
    terms: terms.arbitration,
    rubricVersion: terms.rubricVersion,
    facts: { ...facts, pendingExtras: 0, someoneLeft: false },
  })
  return { cell, record }
}

const saysSomething = ({ cell: { kept }, record }: Fresh) =>
  record.status !== 'incomplete' || (kept !== null && kept.status !== 'incomplete')

const isAlike = (kept: KeptScore, { status, value }: Fresh['record']) =>
  (kept.status ?? 'incomplete') === status && kept.value === value

/**
 * The record as a new version; null where nothing has changed. What says something else than before is one without further
 * look. What an earlier program kept has other fields.
 */
function versionAfter(
  kept: KeptScore | null,
  record: Fresh['record'],
  records: ReadonlyMap<string, Partial<AgreedRecord>>,
): AgreedRecord | null {
  if (!kept) return nextVersion(null, record)
  const { id, version } = kept
  if (!isAlike(kept, record)) return { ...record, version: version + 1 }
  return nextVersion({ ...record, ...records.get(id), version }, record)
}
