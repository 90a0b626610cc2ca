import { useFormatter, useTranslations } from 'next-intl'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'

type Props = { cell: CellProvenance }

/** Why it was decided so, and what the score was before. */
export function CellRecord({ cell }: Props) {
  return (
    <>
      <Decisions cell={cell} />
      <History cell={cell} />
    </>
  )
}

function Decisions({ cell }: Props) {
  const t = useTranslations('provenance')
  const tCause = useTranslations('quality.causes')
  const format = useFormatter()
  if (cell.decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="mb-2 text-14">
        {t('decisions')}
      </h2>
      <ol className="border border-line bg-sheet text-13">
        {cell.decisions.map(({ by, value, cause, minutes, present, stands }, place) => (
          <li key={place} className="border-b border-line px-3 py-2 last:border-b-0">
            <p>
              <span className="font-semibold">{format.number(value)}</span> · {t(`by.${by}`)} ·{' '}
              {t(stands ? 'decisionStands' : 'decisionPast')}
            </p>
            <p className="text-ink-2">
              {cause === null ? t('noCause') : t('cause', { cause: tCause(cause) })}
            </p>
            {minutes === null ? null : <p className="mt-1 whitespace-pre-line">{minutes}</p>}
            {present.length === 0 ? null : (
              <p className="text-12 text-ink-3">{t('present', { names: format.list(present) })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function History({ cell }: Props) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  if (cell.history.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 text-14">
        {t('history')}
      </h2>
      <ol className="border border-line bg-sheet text-13">
        {cell.history.map(({ version, value, by, at }) => (
          <li
            key={`${version} ${at}`}
            className="grid grid-cols-[auto_1fr_auto] gap-x-3 border-b border-line px-3 py-2 last:border-b-0"
          >
            <span className="text-ink-3">{t('version', { version })}</span>
            <span>
              <span className="font-semibold">{value === null ? '–' : format.number(value)}</span>{' '}
              {by === null ? '' : t(`by.${by}`)}
            </span>
            <span className="text-12 text-ink-3">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
