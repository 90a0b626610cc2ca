import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'

type Release = { number: number; createdAt: Date; sha256: string; ratingsRows: number }

/** What has been published, each state frozen and numbered. */
export function ReleaseTable({ slug, releases }: { slug: string; releases: Release[] }) {
  const t = useTranslations('study.releases')
  const format = useFormatter()
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('release') },
        { head: t('when') },
        { head: t('rows'), figures: true },
        { head: 'SHA-256' },
      ]}
    >
      {releases.map((release) => (
        <tr key={release.number}>
          <th scope="row" className="whitespace-nowrap">
            <Link href={`/leaderboards/${slug}/releases/${release.number}`} className="link">
              {t('number', { number: release.number })}
            </Link>
          </th>
          <td>{format.dateTime(release.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
          <td className="num">{format.number(release.ratingsRows)}</td>
          <td className="font-mono text-12 text-ink-2" title={release.sha256}>
            {release.sha256.slice(0, 16)}…
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
