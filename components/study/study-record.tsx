import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Criterion } from '@/lib/domain/study/rubric'
import { isUnsealed, type StudyState } from '@/lib/domain/study/study-state'
import { ProvenanceLinks } from '@/components/provenance/provenance-links'
import { ExportLinks } from './export-links'
import { ReleaseTable } from './release-table'
import { Rubric } from './rubric'
import { Section } from './section'
import { Settings } from './settings'

type Props = ComponentProps<typeof Settings> & {
  slug: string
  state: StudyState
  rubric: { version: number; criteria: Criterion[] }
  releases: ComponentProps<typeof ReleaseTable>['releases']
}

/** What has been published, what can be taken away, and how the study is judged. */
export function StudyRecord({ slug, state, rubric, releases, ...settings }: Props) {
  const t = useTranslations('study')
  const sealed = !isUnsealed(state)
  const outcome = (
    <>
      <Section title={t('releases.title')} actions={sealed ? undefined : <ProvenanceLinks slug={slug} />}>
        {releases.length === 0 ? (
          <p className="text-13 text-ink-2">{t(sealed ? 'releases.sealed' : 'releases.none')}</p>
        ) : (
          <ReleaseTable slug={slug} releases={releases} />
        )}
      </Section>
      <Section title={t('export.title')} note={t(sealed ? 'export.sealed' : 'export.open')}>
        <ExportLinks slug={slug} sealed={sealed} />
      </Section>
    </>
  )
  return (
    <>
      {state === 'draft' ? null : outcome}
      <Section title={t('settings.title')}>
        <Settings {...settings} />
      </Section>
      <Section title={t('rubric.title', { version: rubric.version })} note={t('rubric.note')}>
        <Rubric criteria={rubric.criteria} />
      </Section>
    </>
  )
}
