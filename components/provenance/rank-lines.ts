import type { SureRow, SureView } from '@/lib/domain/quality/views/provenance-view'

export type RankPoint = { view: number; slot: number; row: SureRow }
export type RankLine = { model: string; name: string; moves: boolean; points: RankPoint[] }

/**
 * A line for each ranked model over the views that exist. A slot is the place in the column from 0: models of equal rank
 * stand under one another in the order of the column before, so that lines do not cross for nothing.
 */
export function rankLines({ views, moving }: Pick<SureView, 'views' | 'moving'>): RankLine[] {
  const lines = new Map<string, RankLine>()
  let before: string[] = []
  const shown = views.filter(({ reason }) => reason === null)
  for (const [view, { rows }] of shown.entries()) {
    const ranked = rows.filter(({ rank }) => rank !== null)
    const placeBefore = (model: string) => (before.includes(model) ? before.indexOf(model) : before.length)
    const column = ranked.toSorted(
      (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || placeBefore(a.model) - placeBefore(b.model),
    )
    for (const [slot, row] of column.entries()) {
      const { model, name } = row
      const line = lines.get(model) ?? { model, name, moves: moving.includes(model), points: [] }
      lines.set(model, { ...line, points: [...line.points, { view, slot, row }] })
    }
    before = column.map(({ model }) => model)
  }
  // Those that move are drawn last, over the others.
  return [...lines.values()].sort((a, b) => Number(a.moves) - Number(b.moves))
}
