import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { StudyTable } from '@/components/study/study-table'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { studyOverviews } from '@/lib/data/overview/study-overviews'
import { requireAdmin } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('list.title') }
}

export default async function StudiesPage() {
  const admin = await requireAdmin()
  const [studies, t] = await Promise.all([studyOverviews(admin), getTranslations('study.list')])
  const bring = (
    <Link href="/admin/studies/new" className={buttonClass('primary')}>
      {t('new')}
    </Link>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={bring} wide>
      {studies.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      ) : (
        <StudyTable studies={studies} />
      )}
    </Page>
  )
}
