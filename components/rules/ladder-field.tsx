import { useTranslations } from 'next-intl'
import type { MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import type { RuleDraft } from './use-rule-draft'

const mostSteps = 4
const steps = ['flag', 'warn', 'recalibrate', 'pause'] as const

/** What a rule does first, and what next while the signal stays beyond its limit. A severe rater is flagged and no more. */
export function LadderField({ monitor, draft }: { monitor: MonitorName; draft: RuleDraft }) {
  const t = useTranslations('rules.monitors')
  const name = useTranslations('quality.signals')
  const field = `monitors.monitors.${monitor}.ladder`
  const value = draft.value(field)
  const ladder = Array.isArray(value) ? (value as string[]) : []
  const allowed = monitor === 'severity' ? (['flag'] as const) : steps

  function change(place: number, step: string): void {
    const next = step === '' ? ladder.filter((_, at) => at !== place) : ladder.with(place, step)
    draft.set({ [field]: next })
  }

  return (
    <div className="flex flex-wrap items-center gap-1">
      {ladder.map((step, place) => (
        <StepSelect
          key={place}
          label={t('stepOf', { name: name(`${monitor}.name`), step: place + 1 })}
          value={step}
          options={[
            ...allowed.map((each) => ({ value: each, label: t(`steps.${each}`) })),
            { value: '', label: t('noStep') },
          ]}
          onChange={(next) => change(place, next)}
        />
      ))}
      {ladder.length < mostSteps ? (
        <StepSelect
          label={t('stepOf', { name: name(`${monitor}.name`), step: ladder.length + 1 })}
          value=""
          options={[
            { value: '', label: t('addStep') },
            ...allowed.map((each) => ({ value: each, label: t(`steps.${each}`) })),
          ]}
          onChange={(next) => (next ? draft.set({ [field]: [...ladder, next] }) : undefined)}
        />
      ) : null}
    </div>
  )
}

type StepProps = {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

function StepSelect({ label, value, options, onChange }: StepProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-8 rounded border border-control bg-sheet px-1 text-13 text-ink disabled:bg-well disabled:text-ink-2"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
