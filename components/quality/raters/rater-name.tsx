import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Day } from '@/components/ui/day'
import { Tag } from '@/components/ui/tag'
import type { RaterQuality } from '@/lib/domain/quality/views/rater-view'
import { EnrolmentTag } from '@/components/quality/enrolment-tag'
import { hiddenBeyond } from './rater-columns'
import { useSignalWords } from '@/components/quality/signals/use-signal-words'

type Props = { quality: RaterQuality; href: string }

/** Who: the pseudonym, which opens the fingerprint wherever the row is pressed; the state, the work, what waits. */
export function RaterName({ quality, href }: Props) {
  const t = useTranslations('quality')
  const format = useFormatter()
  const { short } = useSignalWords()
  const { rater, state, tasks, lastAt, appeal } = quality
  const others = hiddenBeyond(quality)
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <Link
          href={href}
          aria-label={t('openSheet', { rater })}
          className="font-mono text-13 font-semibold after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {rater}
        </Link>
        <EnrolmentTag state={state} />
        {appeal ? <Tag tone="accent">{t('appeal')}</Tag> : null}
      </span>
      <span className="block text-12 font-normal text-ink-3">
        {t('tasks', { tasks })} · {lastAt ? <Day at={lastAt} /> : t('never')}
      </span>
      {others.length > 0 ? (
        <span className="block text-12 font-semibold text-notice">
          ▲ {t('beyondShort', { signals: format.list(others.map(short), { type: 'conjunction' }) })}
        </span>
      ) : null}
    </>
  )
}
