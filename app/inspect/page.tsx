import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InspectedStudy } from '@/components/inspect/inspected-study'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { waitingChain } from '@/lib/data/chain/waiting-chain'
import { inspectableStudies } from '@/lib/data/quality/inspectable-studies'
import type { WaitingChain } from '@/lib/domain/quality/views/rules-view'
import { requireInspector } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect'))('title') }
}

export default async function Inspect() {
  const inspector = await requireInspector()
  const t = await getTranslations('inspect')
  const studies = await inspectableStudies(inspector)
  const inspected = await Promise.all(
    studies.map(async (study) => ({ study, waiting: await waitingChain(inspector, study.slug) })),
  )
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {studies.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingMeans')}</EmptyState>
      ) : (
        <ul className="border-t border-line">
          {inspected
            .sort((a, b) => Number(hasWork(b.waiting)) - Number(hasWork(a.waiting)))
            .map((each) => (
              <InspectedStudy key={each.study.slug} {...each} />
            ))}
        </ul>
      )}
    </Page>
  )
}

/** Studies in which an inspector has something to do come first. */
function hasWork({ lots, cells, appeals, calibrations }: WaitingChain): boolean {
  return lots + cells.inspector + cells.meeting + appeals + calibrations > 0
}
