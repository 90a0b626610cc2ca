import { csvLine, type CsvValue } from './csv'
import type { FrozenBoard, Figure } from './board'
import type { BoardSettings } from './settings'

const parts = ['score', 'low', 'high', 'n'] as const
const valuesOf = (one: Figure | undefined): CsvValue[] => parts.map((part) => one?.[part] ?? null)

/** The table of a board: one model a row, four columns per figure, numbers unrounded, missing ones empty. */
export function boardCsv(settings: BoardSettings, board: FrozenBoard): string {
  const abilities = settings.abilities.map(({ path }) => path)
  const criteria = settings.criteria.map(({ id }) => id)
  const columns = (name: string) => parts.map((part) => `${name} ${part}`)
  const cards = new Map(settings.models.map((card) => [card.id, card]))
  const header = [
    'model',
    'name',
    'organization',
    'kind',
    'rank',
    'rank_best',
    'rank_worst',
    'needs_arbitration',
    ...parts,
    ...abilities.flatMap(columns),
    ...criteria.flatMap(columns),
  ]
  const lines = board.rows.map((row) =>
    csvLine([
      row.model,
      row.name,
      cards.get(row.model)?.organization ?? null,
      row.kind,
      row.rank,
      row.rankRange?.[0] ?? null,
      row.rankRange?.[1] ?? null,
      row.needsArbitration,
      ...valuesOf(row),
      ...abilities.flatMap((path) => valuesOf(row.abilities[path])),
      ...criteria.flatMap((id) => valuesOf(row.criteria[id])),
    ]),
  )
  return csvLine(header) + lines.join('')
}
