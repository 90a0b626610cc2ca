import { acceptedBand, type Band } from '@/lib/domain/quality/calibration/accepted-band'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import type { Localized } from '@/lib/domain/localized'
import type { Criterion } from '@/lib/domain/study/rubric'
import type { AnchorCells } from '@/components/inspect/transports'

/** One cell as it is being written. `band` null: the usual one. */
export type CellDraft = { scores: number[]; band: Band | null; zh: string; en: string }

/** Label → criterion → cell. */
export type AnchorDraft = Record<string, Record<string, CellDraft>>

export const emptyCell: CellDraft = { scores: [], band: null, zh: '', en: '' }

/** The anchors that are there, to be changed. */
export function draftOf({ task, anchors }: AnchorTask): AnchorDraft {
  const scaleOf = (id: string) => task.rubric.criteria.find((criterion) => criterion.id === id)?.scale
  return Object.fromEntries(
    Object.entries(anchors).map(([label, { cells }]) => [
      label,
      Object.fromEntries(
        cells.map(({ criterionId, experts, agreed, band, reason }) => {
          const scale = scaleOf(criterionId)
          const usual = scale ? acceptedBand(agreed, scale) : null
          const own = usual?.low === band.low && usual.high === band.high ? null : band
          return [criterionId, { scores: experts, band: own, ...wordsOf(reason) }]
        }),
      ),
    ]),
  )
}

function wordsOf(reason: Localized): { zh: string; en: string } {
  if (typeof reason === 'string') return { zh: reason, en: reason }
  return { zh: reason.zh ?? '', en: reason.en ?? '' }
}

export function cellOf(draft: AnchorDraft, label: string, criterion: string): CellDraft {
  return draft[label]?.[criterion] ?? emptyCell
}

export function withCell(
  draft: AnchorDraft,
  at: [label: string, criterion: string],
  cell: CellDraft,
): AnchorDraft {
  const [label, criterion] = at
  return { ...draft, [label]: { ...draft[label], [criterion]: cell } }
}

export function isBegun({ scores, zh, en }: CellDraft): boolean {
  return scores.length > 0 || zh.trim() !== '' || en.trim() !== ''
}

/** How many criteria of an output are complete: two scores, and a reason in a language. */
export function completeCells(draft: AnchorDraft, label: string, criteria: readonly Criterion[]): number {
  return criteria.filter(({ id }) => {
    const { scores, zh, en } = cellOf(draft, label, id)
    return scores.length >= 2 && (zh.trim() !== '' || en.trim() !== '')
  }).length
}

/** Labels that are to be sent: begun, and not as they were. */
export function changedLabels(draft: AnchorDraft, before: AnchorDraft): string[] {
  return Object.keys(draft).filter(
    (label) =>
      Object.values(draft[label] ?? {}).some(isBegun) &&
      JSON.stringify(draft[label]) !== JSON.stringify(before[label]),
  )
}

/** An output's cells as they are sent; those not begun are left out, so that the answer can name them. */
export function cellsToSend(draft: AnchorDraft, label: string): AnchorCells {
  return Object.fromEntries(
    Object.entries(draft[label] ?? {})
      .filter(([, cell]) => isBegun(cell))
      .map(([criterion, { scores, band, zh, en }]) => [
        criterion,
        { scores, ...(band ? { band } : {}), reason: reasonOf(zh.trim(), en.trim()) },
      ]),
  )
}

function reasonOf(zh: string, en: string): { zh?: string; en?: string } {
  return { ...(zh ? { zh } : {}), ...(en ? { en } : {}) }
}
