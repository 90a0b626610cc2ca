import { useTranslations } from 'next-intl'
import { FigureHeading, SortHeading } from './column-heading'
import type { BoardQuery } from './board-query'
import type { BoardColumn, ModelRow } from '@/components/leaderboard/board-view'
import { BoardTableRow } from './board-table-row'
import './board.css'

type Props = {
  label: string
  path: string
  query: BoardQuery
  columns: BoardColumn[]
  rows: { ranked: ModelRow[]; references: ModelRow[] }
}

export function BoardTable({ label, path, query, columns, rows }: Props) {
  const t = useTranslations('leaderboards')
  const sorting = { path, query }
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="board-frame relative overflow-x-auto border border-line bg-sheet"
    >
      <table>
        <thead>
          <tr>
            <th scope="col" className="pinned-rank">
              {t('rank')}
            </th>
            <SortHeading {...sorting} column="name" className="pinned-model">
              {t('model')}
            </SortHeading>
            <SortHeading {...sorting} column="parameters" className="num max-sm:hidden">
              <abbr title={t('parameters')} className="no-underline">
                B
              </abbr>
            </SortHeading>
            {columns.map((column) => (
              <FigureHeading key={column.key} {...sorting} column={column} />
            ))}
            <SortHeading {...sorting} column="n" className="num">
              <abbr title={t('promptsCounted')} className="no-underline">
                n
              </abbr>
            </SortHeading>
            <th scope="col" className="num" title={t('needsArbitrationHint')}>
              {t('needsArbitration')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.ranked.map((row) => (
            <BoardTableRow key={row.model} row={row} columns={columns} />
          ))}
        </tbody>
        {rows.references.length > 0 ? (
          <tbody className="references">
            {rows.references.map((row) => (
              <BoardTableRow key={row.model} row={row} columns={columns} />
            ))}
          </tbody>
        ) : null}
      </table>
    </div>
  )
}
