import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Age } from '@/components/inspect/age'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { CaseRow } from '@/lib/domain/quality/views/arbitration-view'
import { CaseReason } from './case-reason'
import { ConsequenceBar } from './consequence-bar'

type Props = { slug: string; cases: CaseRow[]; now: string }

/** The cases that wait for a person, the most consequential first. */
export function CaseTable({ slug, cases, now }: Props) {
  const t = useTranslations('inspect.arbitration')
  const most = Math.max(0, ...cases.map(({ consequence }) => consequence))
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('case') },
        { head: t('cells'), figures: true },
        { head: t('reason') },
        { head: t('age') },
        { head: t('consequence'), className: 'w-40' },
        { head: t('heldHead') },
      ]}
    >
      {cases.map((row, place) => (
        <tr key={row.caseId}>
          <th scope="row" className="whitespace-nowrap">
            <Link href={`/inspect/${slug}/arbitration/${row.caseId}`} className="link">
              {t('number', { number: place + 1 })}
            </Link>
          </th>
          <td className="num">{row.cells}</td>
          <td className="min-w-44">
            <CaseReason row={row} />
          </td>
          <td className="whitespace-nowrap">
            <Age at={row.since} now={now} />
          </td>
          <td className="min-w-24">
            <ConsequenceBar consequence={row.consequence} most={most} />
          </td>
          <td>{row.held === 'free' ? null : <HeldTag held={row.held} />}</td>
        </tr>
      ))}
    </DataTable>
  )
}

export function HeldTag({ held }: { held: 'mine' | 'taken' }) {
  const t = useTranslations('inspect.arbitration.held')
  return <Tag tone={held === 'mine' ? 'accent' : 'plain'}>{t(held)}</Tag>
}
