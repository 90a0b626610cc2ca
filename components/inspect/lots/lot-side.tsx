import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { LotPage } from '@/lib/domain/quality/views/lot-view'
import type { LotTransport } from '@/components/inspect/transports'
import { DecideDialog } from './decide-dialog'
import { InspectedList } from './inspected-list'
import { OperatingCurve } from './operating-curve'
import { PlanSentence } from './plan-sentence'
import { StandingView } from './standing-view'

type Props = { lot: LotPage; standing: LotStanding; transport: LotTransport; now: string }

/** Beside the desk: where the lot stands, what the plan shows and how it treats honest people, and deciding by hand. */
export function LotSide({ lot, standing, transport, now }: Props) {
  const t = useTranslations('inspect.lot')
  const format = useFormatter()
  const { plan, outlook, aftermath } = lot
  const settled = standing.state === 'passed' || standing.state === 'failed' ? standing.state : 'drawn'
  const state = lot.state === 'drawn' ? settled : lot.state
  return (
    <div className="flex flex-col">
      <Part title={t('errors')}>
        <StandingView
          standing={standing}
          lotSize={plan.lotSize}
          byHand={lot.decisions.at(-1)?.by === 'person'}
        />
        {aftermath ? <p className="text-13">{t('aftermath', aftermath)}</p> : null}
      </Part>
      <Part title={t('plan', { level: plan.level })}>
        <PlanSentence plan={plan} claim={lot.claim} state={state} />
        <p className="text-13 text-ink-3">{t('whatIsError', { steps: lot.errorTolerance })}</p>
      </Part>
      <Part title={t('curve')}>
        {outlook.tooStrict ? (
          <Notice tone="notice" title={t('tooStrict')}>
            {t('tooStrictMeans', {
              passes: format.number(outlook.passes ?? 0, { style: 'percent', maximumFractionDigits: 1 }),
            })}
          </Notice>
        ) : null}
        <OperatingCurve plan={plan} curve={lot.curve} outlook={outlook} />
      </Part>
      <Part title={t('decision')}>
        <Decisions lot={lot} />
        {lot.state === 'withdrawn' ? null : (
          <DecideDialog
            state={lot.state}
            standing={standing}
            lotSize={plan.lotSize}
            decide={transport.decide}
          />
        )}
      </Part>
      {lot.inspected.length > 0 ? (
        <Part title={t('inspected', { count: lot.inspected.length })}>
          <InspectedList units={lot.inspected} now={now} />
        </Part>
      ) : null}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 border-b border-line p-4 last:border-b-0">
      <h2 className="text-13">{title}</h2>
      {children}
    </section>
  )
}

function Decisions({ lot }: { lot: LotPage }) {
  const t = useTranslations('inspect.lot')
  const format = useFormatter()
  if (lot.decisions.length === 0) return <p className="text-13 text-ink-2">{t('byPlan')}</p>
  return (
    <ol className="flex flex-col gap-2 text-13">
      {lot.decisions.map(({ outcome, by, reason, at }) => (
        <li key={at}>
          {t(`outcome.${outcome}`)} · {t(`by.${by}`)} ·{' '}
          <time dateTime={at} className="text-ink-3">
            {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {reason ? <p className="text-ink-2">{reason}</p> : null}
        </li>
      ))}
    </ol>
  )
}
