import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { standingOf } from './signal-standing'
import { useSignalWords } from './use-signal-words'

/** The digits of a signal. Surely beyond a limit they are bold with an arrow, and it is read out. */
export function BeyondFigure({ signal }: { signal: JudgedSignal }) {
  const t = useTranslations('quality')
  const { figure } = useSignalWords()
  const standing = standingOf(signal)
  if (signal.value === null) return <MissingFigure />
  const side = standing === 'high' || standing === 'low' ? standing : null
  return (
    <span className={classes('whitespace-nowrap', side && 'font-semibold text-notice')}>
      {figure(signal.monitor, signal.value)}
      {side ? (
        <>
          <span aria-hidden title={t(`beyond.${side}`)} className="ml-0.5 text-12">
            {side === 'high' ? '▲' : '▼'}
          </span>
          <span className="sr-only"> {t(`beyond.${side}`)}</span>
        </>
      ) : null}
    </span>
  )
}

/** No value is not zero: a dotted dash that says why. */
export function MissingFigure() {
  const t = useTranslations('quality')
  return (
    <span title={t('missing')} className="inline-block w-8 border-b border-dotted border-control text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('missing')}</span>
    </span>
  )
}
