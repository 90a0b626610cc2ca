import { useTranslations } from 'next-intl'
import { reachOf, TraceLine } from './trace-line'
import { useSignalWords } from './use-signal-words'

/** Severity along the work, with its scale in grades. */
export function TraceChart({ trace, empty }: { trace: (number | null)[]; empty: string }) {
  const t = useTranslations('quality.fingerprint')
  const { figure } = useSignalWords()
  if (trace.every((point) => point === null)) return <p className="text-13 text-ink-3">{empty}</p>
  const reach = reachOf([trace])
  return (
    <figure
      className="grid grid-cols-[auto_1fr] gap-x-3 border border-line bg-sheet px-4 py-3 text-12 text-ink-3"
      aria-label={trace.flatMap((point) => (point === null ? [] : [figure('drift', point)])).join(' ')}
    >
      <div aria-hidden className="flex h-28 flex-col justify-between text-right">
        <span>{figure('drift', reach)}</span>
        <span>0</span>
        <span>{figure('drift', -reach)}</span>
      </div>
      <div className="h-28 py-2">
        <TraceLine trace={trace} reach={reach} />
      </div>
      <div aria-hidden className="col-start-2 flex justify-between">
        <span>{t('start')}</span>
        <span>{t('now')}</span>
      </div>
    </figure>
  )
}
