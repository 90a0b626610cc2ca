import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { OwnSheet } from '@/components/quality/own/own-sheet'
import { buttonClass } from '@/components/ui/button'
import { ownSheet } from '@/lib/data/monitors/sheets/own-sheet'
import { requireRater } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'
import { appealAction } from './actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality.sheet'))('title') }
}

export default async function OwnSheetPage({ params }: Props) {
  const rater = await requireRater()
  const sheet = await orNotFound(ownSheet(rater, (await params).slug))
  const t = await getTranslations('quality.sheet')
  const { study, state, tasks } = sheet
  const toDesk =
    state === 'excluded' ? null : (
      <Link href={`/rate/${study.slug}`} className={buttonClass()}>
        {t('toDesk')}
      </Link>
    )
  return (
    <ClientMessages namespaces={['errors']}>
      <Page title={t('title')} lead={t('lead', { name: study.name, tasks })} actions={toDesk}>
        <OwnSheet sheet={sheet} appeal={appealAction} />
      </Page>
    </ClientMessages>
  )
}
