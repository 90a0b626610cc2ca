import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Age } from '@/components/inspect/age'
import { TableFrame } from '@/components/ui/data-table'
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
    <TableFrame label={t('title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('case')}</th>
            <th scope="col" className="num">
              {t('cells')}
            </th>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('age')}</th>
            <th scope="col" className="w-40">
              {t('consequence')}
            </th>
            <th scope="col">{t('heldHead')}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </TableFrame>
  )
}

export function HeldTag({ held }: { held: 'mine' | 'taken' }) {
  const t = useTranslations('inspect.arbitration.held')
  return <Tag tone={held === 'mine' ? 'accent' : 'plain'}>{t(held)}</Tag>
}
