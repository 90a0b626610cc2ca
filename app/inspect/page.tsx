import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { requireInspector } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect'))('title') }
}

export default async function Inspect() {
  await requireInspector()
  const t = await getTranslations('inspect')
  return (
    <Page title={t('title')}>
      <EmptyState title={t('nothing')}>{t('later')}</EmptyState>
    </Page>
  )
}
