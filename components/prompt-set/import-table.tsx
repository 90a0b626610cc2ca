import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { ImportState } from '@/lib/domain/bundle/import-view'

export type ImportLine = {
  id: string
  label: string
  state: ImportState
  slug: string | null
  by: string | null
  startedAt: string
  problemCount: number
  counts: { outputs: number } | null
}

const tones = {
  uploading: 'plain',
  checking: 'accent',
  checked: 'notice',
  importing: 'accent',
  done: 'plain',
  refused: 'stop',
  failed: 'stop',
} as const

/** What was dropped, when, by whom, and what came of it. */
export function ImportTable({ imports }: { imports: ImportLine[] }) {
  const t = useTranslations('import.history')
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('what') },
        { head: t('when') },
        { head: t('who') },
        { head: t('state') },
        { head: t('outputs'), figures: true },
        { head: t('problems'), figures: true },
      ]}
    >
      {imports.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </DataTable>
  )
}

function Line({ line }: { line: ImportLine }) {
  const t = useTranslations('import.history')
  const format = useFormatter()
  const { id, label, state, slug } = line
  const href = state === 'done' && slug ? `/admin/studies/${slug}` : `/admin/studies/new?import=${id}`
  return (
    <tr>
      <th scope="row" className="min-w-44 wrap-anywhere">
        <Link href={href} className="link">
          {label}
        </Link>
        {slug ? <div className="text-12 font-normal text-ink-3">{slug}</div> : null}
      </th>
      <td className="whitespace-nowrap">
        {format.dateTime(new Date(line.startedAt), { dateStyle: 'medium', timeStyle: 'short' })}
      </td>
      <td>{line.by ?? '–'}</td>
      <td>
        <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
      </td>
      <td className="num">{line.counts ? format.number(line.counts.outputs) : '–'}</td>
      <td className="num">{format.number(line.problemCount)}</td>
    </tr>
  )
}
