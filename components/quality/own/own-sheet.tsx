import { useFormatter, useTranslations } from 'next-intl'
import type { Act } from '@/components/study/act'
import { Section } from '@/components/study/section'
import { EmptyState } from '@/components/ui/empty-state'
import type { OwnSheet as Sheet } from '@/lib/domain/quality/views/rater-view'
import type { AppealInput } from './appeal-form'
import { OwnAppeals } from './own-appeals'
import { OwnHistory } from './own-history'
import { OwnSignals } from './own-signals'
import { standingOf, type Standing } from '@/components/quality/signals/signal-standing'
import { TraceChart } from '@/components/quality/signals/trace-chart'

/** Too little to say anything. */
const unsaid = new Set<Standing>(['missing', 'none', 'early'])

/** The rater's own sheet: what each figure means, how it stands, what to try; what was done, and the word against it. */
export function OwnSheet({ sheet, appeal }: { sheet: Sheet; appeal: Act<AppealInput> }) {
  const t = useTranslations('quality.sheet')
  const names = useTranslations('quality.signals')
  const format = useFormatter()
  const { state, signals, checks, trace, events } = sheet
  const look = signals.filter(({ beyond }) => beyond)
  const lookChecks = checks.filter(({ standing }) => standing !== 'quiet')
  const count = look.length + lookChecks.length
  const early = signals.filter((signal) => unsaid.has(standingOf(signal)))
  const open = signals.filter((signal) => standingOf(signal) === 'open')
  const fine = signals.filter((signal) => standingOf(signal) === 'within')
  const isEmpty = count === 0 && early.length === signals.length
  return (
    <>
      {state === 'active' ? null : (
        <p className="mb-4 border-l-2 border-accent-line bg-accent-wash px-4 py-2 text-14">
          {t(`stateText.${state}`)}
        </p>
      )}
      <p className="max-w-prose text-14 leading-6 text-ink-2">{t('intro')}</p>
      {isEmpty ? (
        <div className="mt-6">
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <>
          <p className="mt-4 text-16 leading-6 font-medium">
            {count > 0 ? t('some', { count }) : t(open.length > 0 ? 'noneSure' : 'allFine')}
          </p>
          {(
            [
              ['look', look, lookChecks],
              ['open', open, []],
              ['fine', fine, []],
            ] as const
          ).map(([group, some, hidden]) =>
            some.length + hidden.length > 0 ? (
              <Section key={group} title={t(group)}>
                <OwnSignals signals={some} checks={[...hidden]} />
              </Section>
            ) : null,
          )}
          {lookChecks.length === 0 ? (
            <p className="mt-4 max-w-prose text-13 text-ink-2">{t('checksQuiet')}</p>
          ) : null}
          {early.length > 0 ? (
            <Section title={t('early')}>
              <p className="max-w-prose text-13 text-ink-2">
                {t('earlyText', {
                  signals: format.list(
                    early.map(({ monitor }) => names(`${monitor}.own.title`)),
                    { type: 'conjunction' },
                  ),
                })}
              </p>
            </Section>
          ) : null}
          {trace.some((point) => point !== null) ? (
            <Section title={t('drift')} note={t('driftNote')}>
              <TraceChart trace={trace} empty="" />
            </Section>
          ) : null}
        </>
      )}
      <Section title={t('done')}>
        <OwnHistory events={events} />
      </Section>
      <Section title={t('appeals')} note={t('appealNote')} id="appeal">
        <OwnAppeals sheet={sheet} act={appeal} />
      </Section>
    </>
  )
}
