import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { boardHref, unfiltered } from './table/board-query'
import type { ReleaseFacts } from './release-facts'

type Props = { release: Pick<ReleaseFacts, 'study' | 'number' | 'numbers'>; lang: string }

/** All releases of the board; earlier ones stand as they were published. */
export function ReleaseList({ release, lang }: Props) {
  const t = useTranslations('leaderboards')
  const { study, number, numbers } = release
  if (numbers.length < 2) return null
  return (
    <section aria-labelledby="releases-title" className="text-13">
      <h2 id="releases-title" className="mb-2 text-14">
        {t('releases')}
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {numbers.map((one) => (
          <li key={one}>
            {one === number ? (
              <span aria-current="page">{t('release', { number: one })}</span>
            ) : (
              <Link
                className="link"
                href={boardHref(`/leaderboards/${study.slug}/releases/${one}`, { ...unfiltered, lang })}
              >
                {t('release', { number: one })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
