import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { deskOf } from '@/lib/data/desk/overview'
import { requireRater } from '@/lib/server/actor'
import { OwnRatingsDesk } from './own-ratings-desk'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rate'))('mine') }
}

export default async function OwnRatingsPage({ params }: Props) {
  const rater = await requireRater()
  const desk = await deskOf(rater, (await params).slug)
  if (!desk) notFound()
  const { slug, name } = desk
  const t = await getTranslations('rate')
  const toDesk = (
    <Link href={`/rate/${slug}`} className={buttonClass()}>
      {t('toDesk')}
    </Link>
  )
  return (
    <Page title={t('mine')} lead={`${name} · ${t('leadMine')}`} actions={toDesk}>
      <ClientMessages namespaces={['desk']}>
        <OwnRatingsDesk slug={slug} owner={desk.draftKey} />
      </ClientMessages>
    </Page>
  )
}
