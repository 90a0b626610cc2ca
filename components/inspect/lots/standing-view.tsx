import { useTranslations } from 'next-intl'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'

type Props = {
  standing: LotStanding
  lotSize: number
  /** A person has decided, whatever the sample would have said. */
  byHand: boolean
}

const mostSquares = 12

/** Errors so far against those allowed, how far the sample is, and what one more error does. */
export function StandingView({ standing, lotSize, byHand }: Props) {
  const t = useTranslations('inspect.lot')
  const { errors, accept, inspected, notJudged, left, nextError, state } = standing
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-baseline gap-2">
        <span className="text-20 font-semibold">{errors}</span>
        <span className="text-13 text-ink-2">{t('errorsOf', { errors, accept })}</span>
      </p>
      {accept + 1 <= mostSquares ? <Squares errors={errors} accept={accept} /> : null}
      <p className="text-13 text-ink-2">
        {byHand
          ? t('stateMeans.byHand')
          : nextError === 'fails'
            ? t('nextFails', { stop: lotSize - (inspected - errors) })
            : nextError === 'allowed'
              ? t('nextAllowed', { left: accept - errors })
              : t(`stateMeans.${state}`)}
      </p>
      <ProgressBar value={inspected} max={inspected + left} label={t('sampleProgress')} className="mt-1" />
      <p className="text-12 text-ink-3">
        {t('inspectedOf', { inspected, of: inspected + left })}
        {notJudged > 0 ? ` · ${t('notJudged', { count: notJudged })}` : ''}
      </p>
    </div>
  )
}

/** One square per error that is allowed; beyond the bar the lot fails. */
function Squares({ errors, accept }: Pick<LotStanding, 'errors' | 'accept'>) {
  return (
    <div aria-hidden className="flex items-center gap-1">
      {Array.from({ length: accept + 1 }, (_, index) => (
        <span key={index} className="contents">
          {index === accept ? <i className="mx-0.5 h-5 w-px bg-ink-3" /> : null}
          <i className={index < errors ? 'size-3 bg-ink' : 'size-3 border border-control'} />
        </span>
      ))}
    </div>
  )
}
