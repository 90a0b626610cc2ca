import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { ImportTable } from '@/components/prompt-set/import-table'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { importHistory } from '@/lib/data/overview/import-history'
import { requireAdmin } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('history.title') }
}

export default async function ImportsPage() {
  const admin = await requireAdmin()
  const [imports, t] = await Promise.all([importHistory(admin), getTranslations('import.history')])
  const bring = (
    <Link href="/admin/studies/new" className={buttonClass('primary')}>
      {t('new')}
    </Link>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={bring} wide>
      {imports.length === 0 ? <EmptyState title={t('empty')} /> : <ImportTable imports={imports} />}
    </Page>
  )
}
