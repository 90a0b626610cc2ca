import { useFormatter, useTranslations } from 'next-intl'
import type { BoardColumn, ModelRow } from '@/components/leaderboard/board-view'
import { MissingValue } from './missing-value'
import { ModelName } from './model-name'
import { RankRange } from './rank-range'
import { ScoreCell } from './score-cell'

export function BoardTableRow({ row, columns }: { row: ModelRow; columns: BoardColumn[] }) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  return (
    <tr>
      <td className="pinned-rank font-semibold">
        <RankRange row={row} />
      </td>
      <th scope="row" className="pinned-model">
        <ModelName row={row} />
      </th>
      <td className="num text-ink-2 max-sm:hidden">
        {row.parametersB === null ? (
          <MissingValue reason={t('parametersUnknown')} />
        ) : (
          format.number(row.parametersB)
        )}
      </td>
      {columns.map((column) => (
        <ScoreCell key={column.key} row={row} column={column} />
      ))}
      <td className="num text-ink-2">{format.number(row.n)}</td>
      <td className="num text-ink-2">{format.number(row.needsArbitration)}</td>
    </tr>
  )
}
