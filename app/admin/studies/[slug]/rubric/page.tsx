import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { RubricEditor } from '@/components/rubric-repair/rubric-editor'
import { CriteriaTable, PromptsTable } from '@/components/rubric-repair/trouble-table'
import { AboutStudyPage } from '@/components/study/about-study-page'
import { Section } from '@/components/study/section'
import { Rubric } from '@/components/study/rubric'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { rubricTrouble } from '@/lib/data/rubrics/rubric-trouble'
import { isRunning } from '@/lib/domain/study/study-state'
import { requireAdmin } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'
import { repairRubricAction } from './actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rubricRepair'))('title') }
}

export default async function RubricPage({ params }: Props) {
  const admin = await requireAdmin()
  const { slug } = await params
  const [trouble, t] = await Promise.all([
    orNotFound(rubricTrouble(admin, slug)),
    getTranslations('rubricRepair'),
  ])
  const { study, version, ratingsPerTask, prompts, disputedPrompts } = trouble
  const criteria = trouble.criteria.map(({ criterion }) => criterion)
  const editable = isRunning(study.state)
  return (
    <AboutStudyPage
      study={study}
      words={{
        title: t('title'),
        version: t('version', { version }),
        back: t('back'),
        lead: t('lead'),
      }}
    >
      <Section title={t('criteria.title')} note={t('criteria.note')}>
        <CriteriaTable criteria={trouble.criteria} />
      </Section>
      <Section
        title={t('prompts.title')}
        note={t('prompts.note', { listed: prompts.length, all: disputedPrompts })}
      >
        {prompts.length === 0 ? <EmptyState title={t('prompts.none')} /> : <PromptsTable prompts={prompts} />}
      </Section>
      <Section title={t('editor.heading', { version })} note={t('editor.note')}>
        {editable ? (
          <ClientMessages namespaces={['rubricRepair', 'errors']}>
            {/* A new version begins with its own words. */}
            <RubricEditor
              key={version}
              slug={slug}
              version={version}
              ratingsPerTask={ratingsPerTask}
              criteria={criteria}
              repair={repairRubricAction}
            />
          </ClientMessages>
        ) : (
          <>
            <Notice tone="info">{t(study.state === 'draft' ? 'editor.draft' : 'editor.closed')}</Notice>
            <Rubric criteria={criteria} />
          </>
        )}
      </Section>
    </AboutStudyPage>
  )
}
