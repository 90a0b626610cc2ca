'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ProgressBar } from '@/components/ui/progress-bar'

type Props = {
  title: string
  done: number
  total: number
  elapsedMs: number
  unit: 'bytes' | 'rows' | 'outputs'
}

const mb = 1024 * 1024

/** A bar with what is done and, once that can be told, how long it still takes. */
export function Working({ title, done, total, elapsedMs, unit }: Props) {
  const t = useTranslations('import.working')
  const format = useFormatter()
  const shown = (amount: number) =>
    unit === 'bytes' ? format.number(amount / mb, { maximumFractionDigits: 1 }) : format.number(amount)
  const seconds = secondsLeft({ done, total, elapsedMs })
  return (
    <div className="flex flex-col gap-2 border border-line bg-sheet px-6 py-12">
      <p role="status" className="font-medium">
        {title}
      </p>
      <ProgressBar value={done} max={total} label={title} />
      <p className="flex flex-wrap justify-between gap-2 text-13 text-ink-2">
        <span>{total > 0 ? t(unit, { done: shown(done), total: shown(total) }) : t('starting')}</span>
        {seconds === null ? null : <span>{t('left', { seconds })}</span>}
      </p>
    </div>
  )
}

/** Nothing is promised in the first second, nor before anything is done. */
function secondsLeft({
  done,
  total,
  elapsedMs,
}: {
  done: number
  total: number
  elapsedMs: number
}): number | null {
  if (done === 0 || done >= total || elapsedMs < 1000) return null
  return Math.max(1, Math.round(((total - done) / done) * (elapsedMs / 1000)))
}
