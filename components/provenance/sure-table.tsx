import { useFormatter, useTranslations } from 'next-intl'
import { TableFrame } from '@/components/ui/data-table'
import type { SureRow, SureView } from '@/lib/domain/quality/views/provenance-view'

/** The same in figures: the total and the rank of every model under every view that exists. */
export function SureTable({ sure }: { sure: SureView }) {
  const t = useTranslations('provenance')
  const shown = sure.views.filter(({ reason }) => reason === null)
  const rows = shown[0]?.rows ?? []
  return (
    <TableFrame label={t('sure')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('model')}</th>
            {shown.map(({ view }) => (
              <th key={view} scope="col" className="num">
                {t(`views.${view}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ model, name }) => (
            <tr key={model}>
              <th scope="row" className="min-w-28">
                {name}
                {sure.moving.includes(model) ? (
                  <span className="block text-12 font-normal text-notice">{t('moves')}</span>
                ) : null}
              </th>
              {shown.map(({ view, rows: own }) => (
                <Figure key={view} row={own.find((each) => each.model === model)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Figure({ row }: { row: SureRow | undefined }) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  if (!row || row.score === null) return <td className="num">–</td>
  return (
    <td className="num">
      {format.number(row.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
      <span className="block text-12 text-ink-3">
        {row.rank === null ? t('unranked') : t('rank', { rank: row.rank })}
      </span>
    </td>
  )
}
