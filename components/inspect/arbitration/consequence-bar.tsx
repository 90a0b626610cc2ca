import { useFormatter, useTranslations } from 'next-intl'

type Props = { consequence: number; most: number; className?: string }

/** What deciding a case can change, against the largest of the queue: a quiet bar, with its figure. */
export function ConsequenceBar({ consequence, most, className }: Props) {
  const t = useTranslations('inspect.arbitration')
  const format = useFormatter()
  const said = format.number(consequence, { maximumFractionDigits: 2 })
  return (
    <svg
      role="img"
      aria-label={t('consequenceIs', { said })}
      width="100%"
      height="6"
      className={className}
      preserveAspectRatio="none"
    >
      <title>{t('consequenceIs', { said })}</title>
      <rect width="100%" height="6" className="fill-line" />
      <rect width={`${most > 0 ? (100 * consequence) / most : 0}%`} height="6" className="fill-level-3" />
    </svg>
  )
}
