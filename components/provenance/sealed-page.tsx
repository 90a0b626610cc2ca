import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** Nothing by model before the blind is lifted. */
export function SealedPage({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations('provenance')
  return (
    <Page title={title}>
      <EmptyState title={t('sealed')}>
        <p>{t('sealedText')}</p>
        <Link href={`/admin/studies/${slug}`} className={buttonClass('plain')}>
          {t('toStudy')}
        </Link>
      </EmptyState>
    </Page>
  )
}
