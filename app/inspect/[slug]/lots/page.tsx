import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/lib/server/or-not-found'
import { LotTable } from '@/components/inspect/lots/lot-table'
import { StudyNav } from '@/components/inspect/study-nav'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { lotQueue } from '@/lib/data/lots/lot-queue'
import { isUnsealed } from '@/lib/domain/study/study-state'
import { requireInspector } from '@/lib/server/actor'
import { FormLots } from './form-lots'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect.lots'))('title') }
}

export default async function LotsPage({ params }: Props) {
  const inspector = await requireInspector()
  const { slug } = await params
  const { study, terms, lots } = await orNotFound(lotQueue(inspector, slug))
  const t = await getTranslations('inspect.lots')
  const isSealed = !isUnsealed(study.state)
  const next = isSealed ? lots.find(({ state, forOthers }) => state === 'drawn' && !forOthers) : undefined
  return (
    <Page
      title={study.name}
      lead={t('lead')}
      wide
      actions={
        <>
          {terms === null || !isSealed ? null : <FormLots slug={slug} />}
          {next ? (
            <Link href={`/inspect/${slug}/lots/${next.id}`} className={buttonClass('primary')}>
              {t('begin', { number: next.number })}
            </Link>
          ) : null}
        </>
      }
    >
      <StudyNav slug={slug} room="lots" />
      {lots.length > 0 ? (
        <LotTable slug={slug} lots={lots} />
      ) : terms === null ? (
        <EmptyState title={t('noSpotCheck')}>{t('noSpotCheckMeans')}</EmptyState>
      ) : (
        <EmptyState title={t('empty')}>{t('emptyMeans', { count: terms.lot_ratings })}</EmptyState>
      )}
    </Page>
  )
}
