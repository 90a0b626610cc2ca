import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('layout'))('notFoundTitle') }
}

export default async function NotFound() {
  const t = await getTranslations('layout')
  return (
    <Page title={t('notFoundTitle')} lead={t('notFoundText')}>
      <Link href="/" className={buttonClass()}>
        {t('toStart')}
      </Link>
    </Page>
  )
}
