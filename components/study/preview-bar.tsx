import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

type Props = { slug: string; number: number; prompts: number }

/** Says that this is a preview, and leads from prompt to prompt. */
export function PreviewBar({ slug, number, prompts }: Props) {
  const t = useTranslations('study.preview')
  const href = (to: number) => `/admin/studies/${slug}/preview?n=${to}`
  return (
    <nav
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-2 border-b border-line bg-accent-wash px-4 py-2"
    >
      <Link href={`/admin/studies/${slug}`} className={buttonClass('plain', 'small')}>
        {t('back')}
      </Link>
      <p className="mr-auto text-13">{t('note', { number, prompts })}</p>
      {number > 1 ? (
        <Link href={href(number - 1)} className={buttonClass('plain', 'small')}>
          {t('previous')}
        </Link>
      ) : null}
      {number < prompts ? (
        <Link href={href(number + 1)} className={buttonClass('plain', 'small')}>
          {t('following')}
        </Link>
      ) : null}
    </nav>
  )
}
