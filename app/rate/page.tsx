import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { OwnStudyRow } from '@/components/rating/own/own-study-row'
import { EmptyState } from '@/components/ui/empty-state'
import { myStudies } from '@/lib/data/desk/overview'
import { requireRater } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rate'))('title') }
}

export default async function MyStudiesPage() {
  const rater = await requireRater()
  const studies = await myStudies(rater)
  const t = await getTranslations('rate')
  return (
    <Page title={t('title')}>
      {studies.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <ClientMessages namespaces={['rate']}>
          <ul className="border-t border-line">
            {studies.map((study) => (
              <OwnStudyRow key={study.slug} study={study} />
            ))}
          </ul>
        </ClientMessages>
      )}
    </Page>
  )
}
