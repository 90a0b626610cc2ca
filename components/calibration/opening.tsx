import { useFormatter, useTranslations } from 'next-intl'
import { Facts } from '@/components/study/facts'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { CalibrationView } from '@/lib/domain/quality/views/calibration-view'
import { ForwardButton } from './forward-button'

type Props = {
  view: CalibrationView
  attempt: NonNullable<CalibrationView['attempt']>
  onBegin: () => void
}

/** What a calibration is, before its first task or where it was left. */
export function Opening({ view, attempt, onBegin }: Props) {
  const t = useTranslations('calibration.open')
  const format = useFormatter()
  const { number, of, done, tasks } = attempt
  const isBegun = done > 0
  return (
    <>
      <p className="mt-3 max-w-prose text-14 leading-6">{t('what')}</p>
      <div className="mt-6">
        <Facts
          label={t('how')}
          facts={[
            { name: t('tasks'), value: tasks, more: t('tasksMore') },
            {
              name: t('mark'),
              value: format.number(view.mark.inside_band, { style: 'percent' }),
              more: t('markMore'),
            },
            { name: t('bias'), value: t('biasValue', { bias: view.mark.bias_steps }), more: t('biasMore') },
            {
              name: t('attempts'),
              value: number > 1 || isBegun ? t('attemptNow', { number, of }) : of,
              more: of > 1 ? t('attemptsMore') : null,
            },
          ]}
        />
      </div>
      <section className="mt-6">
        <h3 className="text-14">{t('how')}</h3>
        <ol className="mt-1 flex max-w-prose list-decimal flex-col gap-1 pl-5 text-14 text-ink-2">
          <li>{t('step1')}</li>
          <li>{t('step2')}</li>
          <li>{t('step3')}</li>
          <li>{t('step4')}</li>
        </ol>
      </section>
      {isBegun ? (
        <div className="mt-6 max-w-80 text-13 text-ink-2">
          <p className="mb-1">{t('done', { done, tasks })}</p>
          <ProgressBar value={done} max={tasks} label={t('done', { done, tasks })} />
        </div>
      ) : null}
      <div className="mt-6">
        <ForwardButton
          text={isBegun ? t('goOn') : number > 1 ? t('beginNext', { number }) : t('begin')}
          onPress={onBegin}
        />
      </div>
    </>
  )
}
