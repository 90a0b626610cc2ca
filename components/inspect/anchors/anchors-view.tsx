import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/study/section'
import type { AnchorSupply } from '@/lib/domain/quality/views/calibration-view'
import type { Criterion } from '@/lib/domain/study/rubric'
import { SupplyNote } from './supply-note'

type Props = { supply: AnchorSupply; criteria: Criterion[]; calibrations: ReactNode; tasks: ReactNode }

/** Everything about calibration: what there is to calibrate on, who waits for a decision, and what anchors are made of. */
export function AnchorsView({ supply, criteria, calibrations, tasks }: Props) {
  const t = useTranslations('inspect')
  return (
    <div className="max-w-[880px]">
      <SupplyNote supply={supply} criteria={criteria} />
      {calibrations ? (
        <Section title={t('calibrations.title')} note={t('calibrations.note')} id="calibrations">
          {calibrations}
        </Section>
      ) : null}
      <Section title={t('anchors.tasks')} note={t('anchors.tasksNote')}>
        {tasks}
      </Section>
    </div>
  )
}
