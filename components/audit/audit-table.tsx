import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { useActionWord } from './action-words'
import { useDetailWords } from './detail-words'

export type AuditLine = {
  sequence: string
  at: Date
  action: string
  actorId: string
  actorRole: string
  actorName: string | null
  study: string | null
  subjectName: string | null
  detail: Record<string, unknown>
}

/** Who did what, when. */
export function AuditTable({ lines, sealedTo }: { lines: AuditLine[]; sealedTo: string | null }) {
  const t = useTranslations('audit')
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('sequence'), figures: true },
        { head: t('when') },
        { head: t('who') },
        { head: t('what') },
        { head: t('about') },
        { head: t('detail') },
        { head: t('seal') },
      ]}
    >
      {lines.map((line) => (
        <Line
          key={line.sequence}
          line={line}
          sealed={sealedTo !== null && BigInt(line.sequence) <= BigInt(sealedTo)}
        />
      ))}
    </DataTable>
  )
}

function Line({ line, sealed }: { line: AuditLine; sealed: boolean }) {
  const t = useTranslations('audit')
  const format = useFormatter()
  const word = useActionWord()
  const detail = useDetailWords()
  return (
    <tr>
      <td className="num text-ink-3">{line.sequence}</td>
      <td className="whitespace-nowrap">
        <time dateTime={line.at.toISOString()}>
          {format.dateTime(line.at, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
      </td>
      <td className="min-w-28">
        {line.actorName ?? (line.actorRole === 'operator' ? t('operator') : <ShortId id={line.actorId} />)}
      </td>
      <td className="min-w-28">{word(line.action)}</td>
      <td>
        {line.study ? (
          <Link href={`/admin/studies/${line.study}`} className="link">
            {line.study}
          </Link>
        ) : (
          (line.subjectName ?? '–')
        )}
      </td>
      <td className="max-w-96 min-w-56 text-12 wrap-anywhere text-ink-2">{detail(line.detail)}</td>
      <td className="whitespace-nowrap text-ink-2">{sealed ? t('sealed') : t('waits')}</td>
    </tr>
  )
}

/** An account whose person has been erased is known by its id alone. */
function ShortId({ id }: { id: string }) {
  return <span className="font-mono text-12 text-ink-3">{id.slice(0, 8)}</span>
}
