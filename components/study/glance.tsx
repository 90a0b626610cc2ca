import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import type { AbilityProgress } from '@/lib/domain/study/progress'
import { AbilityTable } from './ability-table'
import { HourBars } from './hour-bars'
import { RaterTable, type RaterLine } from './rater-table'
import { Section } from './section'

type Props = {
  abilities: { path: string; inTotal: boolean }[]
  progress: { tasks: number; byAbility: AbilityProgress[] }
  hours: number[]
  raters: RaterLine[]
  running: boolean
  /** The form that enrols raters, while they can still join. */
  enrolling: ReactNode
  now: Date
}

/** How far by ability, how fast by hour, and who does the work. */
export function Glance({ abilities, progress, hours, raters, running, enrolling, now }: Props) {
  const t = useTranslations('study')
  const outside = new Set(abilities.filter((each) => !each.inTotal).map((each) => each.path))
  const rows = progress.byAbility.map((row) => ({ ...row, inTotal: !outside.has(row.path) }))
  const lately = hours.reduce((sum, each) => sum + each, 0)
  const work = (
    <>
      <Section title={t('abilities.title')} note={t('abilities.note')}>
        <AbilityTable rows={rows} />
      </Section>
      {running ? (
        <Section title={t('hours.title')} note={t('hours.note', { ratings: lately })}>
          <HourBars hours={hours} label={t('hours.label', { ratings: lately })} />
        </Section>
      ) : null}
    </>
  )
  return (
    <>
      {progress.tasks === 0 ? null : work}
      <Section title={t('raters.title')} note={t('raters.note')}>
        {raters.length === 0 ? (
          <EmptyState title={t('raters.empty')} />
        ) : (
          <RaterTable raters={raters} now={now} />
        )}
        {enrolling}
      </Section>
    </>
  )
}
