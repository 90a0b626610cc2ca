import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { inLocale, type Locale } from '@/lib/domain/localized'
import type { CellList, CellRow } from '@/lib/domain/quality/views/provenance-view'

type Props = { list: CellList; locale: Locale }

/** Cells with their values, disputed first; each leads to where its value comes from. */
export function CellTable({ list, locale }: Props) {
  const t = useTranslations('provenance')
  if (list.rows.length === 0) return <EmptyState title={t('noCells')} />
  return (
    <DataTable
      label={t('cells')}
      columns={[
        { head: t('promptId') },
        { head: t('model') },
        { head: t('criterion') },
        { head: t('agreedScore'), figures: true },
        { head: t('how') },
      ]}
    >
      {list.rows.map((row) => (
        <Line
          key={`${row.prompt} ${row.model.id} ${row.criterion.id}`}
          row={row}
          slug={list.study.slug}
          locale={locale}
        />
      ))}
    </DataTable>
  )
}

function Line({ row, slug, locale }: { row: CellRow; slug: string; locale: Locale }) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  const { prompt, model, criterion, value, status, by } = row
  const names = new URLSearchParams({ prompt, model: model.id, criterion: criterion.id })
  const disputed = status === 'needs_arbitration'
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        <Link href={`/admin/studies/${slug}/cells?${names}`} className="link">
          {prompt}
        </Link>
      </th>
      <td>{model.name}</td>
      <td>{inLocale(criterion.name, locale)}</td>
      <td className="num">{value === null ? '–' : format.number(value, { maximumFractionDigits: 3 })}</td>
      <td>
        {status === null ? (
          '–'
        ) : (
          <Tag tone={disputed ? 'notice' : 'plain'}>
            {status === 'agreed' && by !== null ? t(`by.${by}`) : t(`statuses.${status}`)}
          </Tag>
        )}
      </td>
    </tr>
  )
}
