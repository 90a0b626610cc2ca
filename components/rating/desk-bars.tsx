import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LineState } from './line/line-state'

type Props = { state: LineState; online: boolean; signInHref: string; carried: boolean }

/** What is out of the ordinary, in bars above the work; the work goes on below them. */
export function DeskBars({ state, online, signInHref, carried }: Props) {
  const t = useTranslations('desk')
  const bar = 'flex flex-wrap items-center gap-x-3 border-b px-4 py-1.5 text-13'
  const { trouble, waiting, kept } = state
  return (
    <>
      {trouble === 'signIn' ? (
        <p role="alert" className={`${bar} border-notice bg-notice-wash`}>
          {t('signedOut', { count: waiting })}
          <Link href={signInHref} className="link">
            {t('signIn')}
          </Link>
        </p>
      ) : null}
      {trouble === 'offline' || !online ? (
        <p role="status" className={`${bar} border-notice bg-notice-wash`}>
          {online ? t('unreachable') : t('offline')} {t('waiting', { count: waiting })}
        </p>
      ) : null}
      {kept ? null : (
        <p role="alert" className={`${bar} border-notice bg-notice-wash`}>
          {t('unkept')}
        </p>
      )}
      {carried ? (
        <p role="status" className={`${bar} border-accent-line bg-accent-wash`}>
          {t('carried')}
        </p>
      ) : null}
    </>
  )
}
