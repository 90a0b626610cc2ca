import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FinishedStudies } from '@/components/inspect/finished-studies'
import { InspectedStudy } from '@/components/inspect/inspected-study'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { waitingChain } from '@/lib/data/chain/waiting-chain'
import { finishedStudies, inspectableStudies } from '@/lib/data/quality/inspectable-studies'
import type { WaitingChain } from '@/lib/domain/quality/views/rules-view'
import { requireInspector } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect'))('title') }
}

export default async function Inspect() {
  const inspector = await requireInspector()
  const t = await getTranslations('inspect')
  const [studies, finished] = await Promise.all([inspectableStudies(inspector), finishedStudies(inspector)])
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
      <FinishedStudies studies={finished} />
    </Page>
  )
}

/** Studies in which an inspector has something to do come first. */
function hasWork({ lots, cells, appeals, calibrations }: WaitingChain): boolean {
  return lots + cells.inspector + cells.meeting + appeals + calibrations > 0
}
