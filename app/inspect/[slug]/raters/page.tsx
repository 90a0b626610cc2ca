import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StudyNav } from '@/components/inspect/study-nav'
import { Page } from '@/components/layout/page'
import { qualityQueryOf, type SearchParams } from '@/components/quality/raters/quality-query'
import { RatersPage } from '@/components/quality/raters/raters-page'
import { ratersQuality } from '@/lib/data/monitors/sheets/raters-quality'
import { requireInspector } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality'))('title') }
}

export default async function QualityOfRaters({ params, searchParams }: Props) {
  const inspector = await requireInspector()
  const { slug } = await params
  const page = await orNotFound(ratersQuality(inspector, slug))
  const t = await getTranslations('quality')
  return (
    <Page title={page.study.name} lead={t('lead')} wide>
      <StudyNav slug={slug} room="raters" />
      <RatersPage page={page} query={qualityQueryOf(await searchParams)} path={`/inspect/${slug}/raters`} />
    </Page>
  )
}
