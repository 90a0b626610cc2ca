import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InspectedStudy } from '@/components/inspect/inspected-study'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { waitingChain } from '@/lib/data/chain/waiting-chain'
import { inspectableStudies } from '@/lib/data/quality/inspectable-studies'
import { requireInspector } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect'))('title') }
}

export default async function Inspect() {
  const inspector = await requireInspector()
  const t = await getTranslations('inspect')
  const studies = await inspectableStudies(inspector)
  const waiting = await Promise.all(studies.map(({ slug }) => waitingChain(inspector, slug)))
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {studies.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingMeans')}</EmptyState>
      ) : (
        <ul className="border-t border-line">
          {studies.map((study, index) => {
            const own = waiting[index]
            return own ? <InspectedStudy key={study.slug} study={study} waiting={own} /> : null
          })}
        </ul>
      )}
    </Page>
  )
}
