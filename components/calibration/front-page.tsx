import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import type { CalibrationView } from '@/lib/domain/quality/views/calibration-view'
import { AttemptResult } from './attempt-result'
import { ForwardButton } from './forward-button'
import { Opening } from './opening'

type Props = { view: CalibrationView; onBegin: () => void; onWork: () => void }

/** A calibration between its tasks: what it is, what came of an attempt, or that a person decides. */
export function FrontPage({ view, onBegin, onWork }: Props) {
  const t = useTranslations('calibration')
  const { standing, attempt, result, declinedBecause } = view
  if (standing === 'attempt' && attempt && (result === null || attempt.done > 0))
    return (
      <Frame title={t('title')} lead={t(`reasons.${view.reason}`)}>
        <Opening view={view} attempt={attempt} onBegin={onBegin} />
      </Frame>
    )
  if (standing === 'attempt' && attempt && result)
    return (
      <Frame title={t('result.missed')} lead={t('result.missedText')}>
        <AttemptResult result={result} mark={view.mark} />
        <Next>
          <ForwardButton text={t('open.beginNext', { number: attempt.number })} onPress={onBegin} />
        </Next>
      </Frame>
    )
  if (standing === 'passed')
    return (
      <Frame
        title={t('result.passed')}
        lead={t(result?.passed === false ? 'result.admittedText' : 'result.passedText')}
      >
        {result ? <AttemptResult result={result} mark={view.mark} /> : null}
        <Next>
          <ForwardButton text={t('result.toWork')} onPress={onWork} />
        </Next>
      </Frame>
    )
  const page = standing === 'declined' ? 'declined' : 'waiting'
  return (
    <Frame title={t(`${page}.title`)} lead={t(`${page}.text`)}>
      {page === 'declined' && declinedBecause ? (
        <p className="mt-6 border-l-2 border-line-strong pl-3 text-14 wrap-anywhere whitespace-pre-line">
          <span className="block text-12 text-ink-3">{t('declined.because')}</span>
          {declinedBecause}
        </p>
      ) : null}
      {page === 'waiting' && result ? <AttemptResult result={result} mark={view.mark} /> : null}
    </Frame>
  )
}

function Frame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <main id="main" className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-[720px] px-4 py-8 sm:px-6">
        <h2 ref={heading} tabIndex={-1} className="text-20 outline-none">
          {title}
        </h2>
        <p className="mt-1 max-w-prose text-14 leading-6 text-ink-2">{lead}</p>
        {children}
      </div>
    </main>
  )
}

function Next({ children }: { children: ReactNode }) {
  const t = useTranslations('calibration.result')
  return (
    <section className="mt-8">
      <h3 className="mb-2 text-14">{t('next')}</h3>
      {children}
    </section>
  )
}
