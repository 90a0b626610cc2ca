import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DegradedStanding } from '@/lib/domain/quality/checks/degraded-check'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'

/** What the hidden checks and the spot checks of a rater came to. */
export function ChecksAndLots({ checks, lots }: Pick<Fingerprint, 'checks' | 'lots'>) {
  const t = useTranslations('quality.fingerprint')
  const { gold, repeat, degraded, damage } = checks
  return (
    <dl className="border border-line bg-sheet text-13">
      <Row name={t('gold')} value={t('given', { count: gold })} />
      <Row name={t('repeat')} value={t('given', { count: repeat })} />
      <Row name={t('degraded')} value={t('given', { count: degraded })}>
        {degraded > 0 ? <Damage standing={damage} /> : null}
      </Row>
      <Row name={t('lots')} value={t('lotCounts', lots)} />
      <Row name={t('plan')} value={t(`plans.${lots.level}`)} />
    </dl>
  )
}

/** Whether the rater sees damage, how surely, and that nothing follows from it by itself. */
function Damage({ standing: { n, p, verdict } }: { standing: DegradedStanding }) {
  const t = useTranslations('quality.fingerprint.damage')
  const format = useFormatter()
  if (p === null) return t('none')
  const said = p < 0.001 ? '< 0.001' : `= ${format.number(p, { maximumSignificantDigits: 2 })}`
  return (
    <>
      <span className="block text-ink-2">{t(verdict)}</span>
      {t('test', { n, p: said })}
      <span className="block">{t('note')}</span>
    </>
  )
}

function Row({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <div className="grid grid-cols-[112px_1fr] gap-x-4 border-b border-line px-4 py-2 last:border-b-0">
      <dt className="text-ink-3">{name}</dt>
      <dd>
        {value}
        {children ? <div className="text-12 text-ink-3">{children}</div> : null}
      </dd>
    </div>
  )
}
