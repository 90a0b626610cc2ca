import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '@/lib/domain/in-locale'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'

/** Beyond so many levels only the ends are named. */
const NAMED = 11

/** How often each level of each criterion was given. */
export function LevelHistograms({ levels }: { levels: Fingerprint['levels'] }) {
  const t = useTranslations('quality.fingerprint')
  const given = levels.filter(({ counts }) => counts.some(({ count }) => count > 0))
  if (given.length === 0) return <p className="text-13 text-ink-3">{t('noLevels')}</p>
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-x-6 gap-y-4 border border-line bg-sheet px-4 py-3">
      {given.map((one) => (
        <Histogram key={one.criterionId} {...one} />
      ))}
    </div>
  )
}

function Histogram({ name, counts }: Fingerprint['levels'][number]) {
  const t = useTranslations('quality.fingerprint')
  const locale = useLocale()
  const most = Math.max(...counts.map(({ count }) => count))
  const named = (at: number) => counts.length <= NAMED || at === 0 || at === counts.length - 1
  return (
    <figure>
      <figcaption className="text-13 wrap-anywhere">{inLocale(name, locale)}</figcaption>
      <ol className="mt-1 flex h-24 items-end gap-px">
        {counts.map(({ value, count }, at) => (
          <li
            key={value}
            title={t('level', { value, count })}
            className="flex h-full min-w-0 flex-1 flex-col justify-end text-center text-12 leading-4 text-ink-3"
          >
            <span className="sr-only">{t('level', { value, count })}</span>
            {counts.length <= NAMED ? <span aria-hidden>{count}</span> : null}
            <span aria-hidden className="bg-interval" style={{ height: `${(count / most) * 60}%` }} />
            <span aria-hidden className="h-4 overflow-visible border-t border-line-strong text-ink-2">
              {named(at) ? value : ''}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
