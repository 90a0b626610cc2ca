import { useFormatter, useTranslations } from 'next-intl'
import type { WaitingCalibration } from '@/lib/domain/quality/views/calibration-view'

type Props = { attempt: WaitingCalibration['attempts'][number]; number: number }

/** What one attempt reached, and what kept it from passing. */
export function AttemptLine({ attempt, number }: Props) {
  const t = useTranslations('inspect.calibrations')
  const format = useFormatter()
  const { inside, cells, biasSteps, missed } = attempt
  const bias =
    biasSteps === null
      ? '–'
      : format.number(biasSteps, { signDisplay: 'exceptZero', maximumFractionDigits: 2 })
  return (
    <li>
      {t('attempt', { number, inside, cells, bias })}
      {missed.length > 0 ? ` · ${missed.map((one) => t(`missed.${one}`)).join(' · ')}` : ''}
    </li>
  )
}
