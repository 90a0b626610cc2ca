import { useTranslations } from 'next-intl'
import type { RaterEvent } from '@/lib/domain/quality/views/rater-view'
import { actWordOf } from '@/components/quality/act-words'
import { useSignalWords } from '@/components/quality/signals/use-signal-words'
import { When } from '@/components/quality/when'

/** What was done about a rater, by rule or by a person, newest first. */
export function RaterHistory({ events }: { events: RaterEvent[] }) {
  const t = useTranslations('quality')
  const { name } = useSignalWords()
  if (events.length === 0) return <p className="text-13 text-ink-3">{t('fingerprint.noHistory')}</p>
  return (
    <ol className="border border-line bg-sheet text-13">
      {events.map(({ at, by, act, monitor, level, reason }, index) => (
        <li key={index} className="border-b border-line px-4 py-2 last:border-b-0">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span>
              <span className="font-medium">
                {level
                  ? t('fingerprint.planSet', { plan: t(`fingerprint.plans.${level}`) })
                  : t(`acts.${actWordOf(act)}`)}
              </span>{' '}
              <span className="text-ink-2">
                {t(by === 'rule' ? 'fingerprint.byRule' : 'fingerprint.byPerson')}
                {monitor ? `: ${name(monitor)}` : ''}
              </span>
            </span>
            <span className="text-12 text-ink-3">
              <When at={at} />
            </span>
          </p>
          {reason ? <p className="mt-0.5 wrap-anywhere whitespace-pre-line text-ink-2">{reason}</p> : null}
        </li>
      ))}
    </ol>
  )
}
