import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'

/** What the hidden checks and the spot checks of a rater came to. */
export function ChecksAndLots({ checks, lots }: Pick<Fingerprint, 'checks' | 'lots'>) {
  const t = useTranslations('quality.fingerprint')
  const format = useFormatter()
  const { gold, repeat, degraded, degradedP } = checks
  const p =
    degradedP === null
      ? t('noP')
      : t('degradedP', { p: format.number(degradedP, { maximumSignificantDigits: 2 }) })
  return (
    <dl className="border border-line bg-sheet text-13">
      <Row name={t('gold')} value={t('given', { count: gold })} />
      <Row name={t('repeat')} value={t('given', { count: repeat })} />
      <Row name={t('degraded')} value={t('given', { count: degraded })} more={degraded > 0 ? p : null} />
      <Row name={t('lots')} value={t('lotCounts', lots)} />
      <Row name={t('plan')} value={t(`plans.${lots.level}`)} />
    </dl>
  )
}

function Row({ name, value, more }: { name: string; value: ReactNode; more?: string | null }) {
  return (
    <div className="grid grid-cols-[112px_1fr] gap-x-4 border-b border-line px-4 py-2 last:border-b-0">
      <dt className="text-ink-3">{name}</dt>
      <dd>
        {value}
        {more ? <span className="block text-12 text-ink-3">{more}</span> : null}
      </dd>
    </div>
  )
}
