import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What the first admin may do next: bring a study, or look at a finished one. */
export function FirstSteps() {
  const t = useTranslations('setUp')
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice tone="info" title={t('doneTitle')}>
        {t('done')}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Link href="/admin/studies/new" className={buttonClass('primary', 'large')}>
          {t('ownStudy')}
        </Link>
        <Link href="/leaderboards" className={buttonClass('plain', 'large')}>
          {t('sampleStudy')}
        </Link>
      </div>
    </div>
  )
}
