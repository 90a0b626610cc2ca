import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import { nextStep, type StudyFacts } from '@/lib/domain/study/next-step'
import { ReachedBar } from './reached-bar'
import { StateTag } from './state-tag'

export type StudyLine = Omit<StudyFacts, 'needsArbitration'> & {
  needsArbitration: number | null
  slug: string
  name: string
  sample: boolean
  source: 'desk' | 'imported'
}

/** All studies, one a line: where each is, how far, and what is next. */
export function StudyTable({ studies }: { studies: StudyLine[] }) {
  const t = useTranslations('study')
  return (
    <DataTable
      label={t('list.title')}
      columns={[
        { head: t('list.study') },
        { head: t('list.state') },
        { head: t('list.progress') },
        { head: t('list.raters'), figures: true },
        { head: t('list.disputed'), figures: true },
        { head: t('list.next') },
      ]}
    >
      {studies.map((study) => (
        <StudyRow key={study.slug} study={study} />
      ))}
    </DataTable>
  )
}

function StudyRow({ study }: { study: StudyLine }) {
  const t = useTranslations('study')
  const { tasks, complete, source } = study
  const done = t('list.complete', { complete, tasks })
  return (
    <tr>
      <th scope="row" className="min-w-44">
        <Link href={`/admin/studies/${study.slug}`} className="link">
          {study.name}
        </Link>{' '}
        {study.sample ? <Tag>{t('sample')}</Tag> : null}
        <div className="text-12 text-ink-3">{study.slug}</div>
      </th>
      <td>
        <StateTag state={study.state} />
      </td>
      <td className="w-64 min-w-36">
        {source === 'imported' || tasks === 0 ? (
          <span className="text-ink-3">{t(source === 'imported' ? 'list.imported' : 'list.noTasks')}</span>
        ) : (
          <>
            <span className="whitespace-nowrap">{done}</span>
            <ReachedBar reached={[tasks - complete, complete]} tasks={tasks} label={done} />
          </>
        )}
      </td>
      <td className="num">{study.active}</td>
      <td className="num">{study.needsArbitration ?? '–'}</td>
      <td className="min-w-40 text-ink-2">
        {t(`next.${nextStep({ ...study, needsArbitration: study.needsArbitration ?? 0 })}.short`)}
      </td>
    </tr>
  )
}
