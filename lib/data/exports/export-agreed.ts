import type { Admin } from '@/lib/domain/people/actor'
import type { CsvValue } from '@/lib/domain/leaderboard/csv'
import type { JudgedCell } from '@/lib/domain/leaderboard/cells'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { loadStudy, type LoadedStudy } from '@/lib/data/releases/board-settings'
import { oneSnapshot } from '@/lib/data/releases/compute-board'
import { judgedCells } from '@/lib/data/releases/judged-cells'
import { refuseSealed } from '@/lib/data/releases/seal'
import { lineWriter, type ExportFormat, type Sink } from './lines'

const columns = [
  'prompt',
  'model',
  'criterion',
  'agreed',
  'status',
  'scores',
  'rule',
  'rubric_version',
] as const

/**
 * One cell a row with what was agreed on; `scores` says how many count. Refused while the study is sealed: agreed
 * scores are results of single outputs, and beside the uploaded texts they give the models away. Returns the rows.
 */
export async function exportAgreed(
  admin: Admin,
  slug: string,
  { format, sink }: { format: ExportFormat; sink: Sink },
): Promise<number> {
  const study = await loadStudy(slug, 0)
  return db.$transaction(async (tx) => {
    await refuseSealed(tx, study)
    const { cells } = await judgedCells(tx, study)
    const { header, line } = lineWriter(format, columns)
    await sink(header)
    for (let start = 0; start < cells.length; start += 10_000) {
      const page = cells.slice(start, start + 10_000)
      await sink(page.map((cell) => line(agreedRow(study, cell))).join(''))
    }
    const detail = { what: 'agreed', format, rows: cells.length }
    await recordAudit(tx, {
      actorId: admin.id,
      action: 'study.exported',
      studyId: study.id,
      subjectId: study.id,
      detail,
    })
    return cells.length
  }, oneSnapshot)
}

function agreedRow({ settings }: LoadedStudy, cell: JudgedCell): Record<(typeof columns)[number], CsvValue> {
  const { agreement } = cell
  return {
    prompt: settings.prompts[cell.prompt]?.id ?? null,
    model: settings.models[cell.model]?.id ?? null,
    criterion: settings.criteria[cell.criterion]?.id ?? null,
    agreed: agreement.status === 'agreed' ? agreement.value : null,
    status: agreement.status,
    scores: cell.scores.length,
    rule: settings.method.rule,
    rubric_version: settings.method.rubricVersion,
  }
}
