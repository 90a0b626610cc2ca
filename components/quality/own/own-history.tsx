import { useTranslations } from 'next-intl'
import type { RaterEvent } from '@/lib/domain/quality/views/rater-view'
import { actWordOf } from '@/components/quality/act-words'
import { When } from '@/components/quality/when'

/** What was done about one's own work, and why, in words that accuse nobody. */
export function OwnHistory({ events }: { events: RaterEvent[] }) {
  const t = useTranslations('quality.sheet')
  const names = useTranslations('quality.signals')
  if (events.length === 0) return <p className="text-13 text-ink-2">{t('nothingDone')}</p>
  return (
    <ol className="border border-line bg-sheet text-13">
      {events.map(({ at, by, act, monitor, reason }, index) => (
        <li key={index} className="border-b border-line px-4 py-2.5 last:border-b-0">
          <p className="text-14">{t(`acts.${actWordOf(act)}`)}</p>
          {reason ? (
            <p className="mt-0.5 max-w-prose wrap-anywhere whitespace-pre-line text-ink-2">{reason}</p>
          ) : null}
          <p className="text-12 text-ink-3">
            {by === 'rule' && monitor ? t('rule', { signal: names(`${monitor}.own.title`) }) : t('person')} ·{' '}
            <When at={at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
