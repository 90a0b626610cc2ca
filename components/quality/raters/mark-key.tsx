import { useTranslations } from 'next-intl'

/** How the small drawings are read, once below them all. */
export function MarkKey() {
  const t = useTranslations('quality.key')
  const entry = 'flex items-center gap-1.5'
  return (
    <div className="mt-3 flex flex-col gap-1 text-12 text-ink-2">
      <ul aria-label={t('title')} className="flex flex-wrap gap-x-5 gap-y-1">
        <li className={entry}>
          <svg width="8" height="12" aria-hidden>
            <circle cx="4" cy="6" r="3" className="fill-ink" />
          </svg>
          {t('dot')}
        </li>
        <li className={entry}>
          <svg width="20" height="12" aria-hidden>
            <line x1="0" x2="20" y1="6" y2="6" strokeWidth="3" className="stroke-interval" />
          </svg>
          {t('line')}
        </li>
        <li className={entry}>
          <svg width="8" height="12" aria-hidden>
            <path d="M8 6 2 2V10Z" className="fill-interval" />
          </svg>
          {t('cut')}
        </li>
        <li className={entry}>
          <svg width="20" height="12" aria-hidden>
            <rect width="20" height="12" className="fill-well" />
            <line x1="0.5" x2="0.5" y1="0" y2="12" strokeDasharray="2 2" className="stroke-control" />
          </svg>
          {t('limit')}
        </li>
        <li className={entry}>
          <svg width="10" height="12" aria-hidden>
            <path d="M5 1 10 6 5 11 0 6Z" className="fill-ink" />
          </svg>
          <span className="font-semibold text-notice">▲ ▼</span> {t('beyond')}
        </li>
      </ul>
      <p className="max-w-[92ch]">{t('more')}</p>
    </div>
  )
}
