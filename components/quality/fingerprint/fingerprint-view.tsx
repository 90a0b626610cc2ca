import { useTranslations } from 'next-intl'
import type { Act } from '@/components/study/act'
import { Section } from '@/components/study/section'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { AnswerForm, type AnswerInput } from './answer-form'
import { ChecksAndLots } from './checks-and-lots'
import { FingerprintFacts } from './fingerprint-facts'
import { LevelHistograms } from './level-histogram'
import { MarkKey } from '@/components/quality/raters/mark-key'
import { RaterAppeals, useAppealStates } from './rater-appeals'
import { RaterHistory } from './rater-history'
import { SignalList } from '@/components/quality/signals/signal-list'
import { TraceChart } from '@/components/quality/signals/trace-chart'

type Props = { fingerprint: Fingerprint; answer: Act<AnswerInput> }

/** Everything about one rater in one study. A waiting appeal stands first: somebody waits for it. */
export function FingerprintView({ fingerprint, answer }: Props) {
  const t = useTranslations('quality')
  const { signals, trace, levels, checks, lots, events, appeals } = fingerprint
  const waiting = appeals.filter(({ state }) => state === 'waiting')
  const answered = appeals.filter(({ state }) => state !== 'waiting')
  return (
    <>
      <FingerprintFacts fingerprint={fingerprint} />
      {waiting.length > 0 ? (
        <Section title={t('fingerprint.appeals')}>
          <Appeals appeals={waiting} slug={fingerprint.study.slug} answer={answer} />
        </Section>
      ) : null}
      <Section title={t('fingerprint.signals')}>
        <SignalList signals={signals} />
        <MarkKey />
      </Section>
      <div className="grid gap-x-8 lg:grid-cols-2">
        <div className="min-w-0">
          <Section title={t('fingerprint.drift')} note={t('fingerprint.driftNote')}>
            <TraceChart trace={trace} empty={t('noTrace')} />
          </Section>
          <Section title={t('fingerprint.levels')} note={t('fingerprint.levelsNote')}>
            <LevelHistograms levels={levels} />
          </Section>
        </div>
        <div className="min-w-0">
          <Section title={t('fingerprint.quality')}>
            <ChecksAndLots checks={checks} lots={lots} />
          </Section>
          <Section title={t('fingerprint.history')}>
            <RaterHistory events={events} />
          </Section>
          {waiting.length === 0 || answered.length > 0 ? (
            <Section title={t('fingerprint.appeals')}>
              {answered.length === 0 ? (
                <p className="text-13 text-ink-3">{t('fingerprint.noAppeals')}</p>
              ) : (
                <Appeals appeals={answered} slug={fingerprint.study.slug} answer={answer} />
              )}
            </Section>
          ) : null}
        </div>
      </div>
    </>
  )
}

type AppealsProps = { appeals: Fingerprint['appeals']; slug: string; answer: Act<AnswerInput> }

function Appeals({ appeals, slug, answer }: AppealsProps) {
  const t = useTranslations('quality.appeals')
  const states = useAppealStates('quality.appeals')
  return (
    <RaterAppeals
      appeals={appeals}
      words={{ said: t('said'), answered: t('answered'), states }}
      form={({ id }) => (
        <AnswerForm
          slug={slug}
          id={id}
          act={answer}
          words={{
            answer: t('answer'),
            hint: t('answerHint'),
            missing: t('answerMissing'),
            uphold: t('uphold'),
            decline: t('decline'),
            note: t('upholdNote'),
          }}
        />
      )}
    />
  )
}
