import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import type { LineState } from './line/line-state'

/** What may be over by the next look. */
const mayReopen: ReadonlySet<ClosedBecause> = new Set<ClosedBecause>(['rater_paused', 'calibrating'])

type Props = { state: LineState; mineHref: string; onAgain: () => void }

/** The desk without a task: finished, waiting, closed, or nothing for this rater. Each is one calm sentence. */
export function Ending({ state, mineHref, onAgain }: Props) {
  const t = useTranslations('desk')
  const { phase, because, progress, pace, waiting } = state
  if (phase === 'loading' || phase === 'working') return <DeskFrame text={t('loading')} />
  const done = progress?.done ?? 0
  const ending = phase === 'closed' ? (`closed.${because}` as const) : phase
  return (
    <main id="main" className="grid flex-1 place-items-center p-6 text-center">
      <div className="max-w-[440px]">
        <h2 className="mb-2 text-20">{t(`ending.${ending}.title`)}</h2>
        <p className="text-14 leading-6 text-ink-2">{t(`ending.${ending}.text`, { done, waiting })}</p>
        {phase === 'finished' && pace.tasks > 0 ? (
          <p className="mt-2 text-13 text-ink-3">
            {t('ending.session', { tasks: pace.tasks, minutes: Math.max(1, Math.round(pace.ms / 60_000)) })}
          </p>
        ) : null}
        <div className="mt-6 flex flex-wrap justify-center gap-2">
          {phase === 'closed' && !mayReopen.has(because) ? null : (
            <Button onClick={onAgain}>{t('lookAgain')}</Button>
          )}
          {done > 0 ? (
            <Link href={mineHref} className={buttonClass()}>
              {t('ownRatings')}
            </Link>
          ) : null}
        </div>
      </div>
    </main>
  )
}

/** The desk's lines before its first task is there, so that nothing jumps when it comes. */
export function DeskFrame({ text }: { text: string }) {
  return (
    <main
      id="main"
      aria-busy
      className="grid min-h-0 flex-1 grid-cols-[var(--prompt-width,256px)_1fr] max-[720px]:grid-cols-1 min-[1360px]:grid-cols-[var(--prompt-width,304px)_1fr]"
    >
      <div className="border-r border-line-strong p-4 text-13 text-ink-3">
        <p role="status">{text}</p>
      </div>
      <div className="bg-sheet max-[720px]:hidden" />
    </main>
  )
}
