import { useTranslations } from 'next-intl'
import { Facts } from '@/components/study/facts'
import { Day } from '@/components/ui/day'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { EnrolmentTag } from '@/components/quality/enrolment-tag'

/** A rater at a glance. */
export function FingerprintFacts({ fingerprint }: { fingerprint: Fingerprint }) {
  const t = useTranslations('quality')
  const { state, tasks, lastAt, signals, lots } = fingerprint
  return (
    <Facts
      label={t('fingerprint.facts')}
      facts={[
        { name: t('fingerprint.state'), value: <EnrolmentTag state={state} /> },
        { name: t('fingerprint.work'), value: t('tasks', { tasks }) },
        {
          name: t('fingerprint.last'),
          value: lastAt ? <Day at={lastAt} /> : t('never'),
        },
        {
          name: t('fingerprint.beyond'),
          value: signals.filter(({ beyond }) => beyond).length,
          more: t('fingerprint.ofSignals', { count: signals.length }),
        },
        {
          name: t('fingerprint.lots'),
          value: lots.passed + lots.failed === 0 ? '–' : `${lots.passed} / ${lots.passed + lots.failed}`,
          more: t(`fingerprint.plans.${lots.level}`),
        },
      ]}
    />
  )
}
