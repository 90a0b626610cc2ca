import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { classes } from '@/components/ui/classes'
import { Field } from '@/components/ui/field'
import { isShare, type NumberField } from './setting-names'
import type { RuleDraft } from './use-rule-draft'

type Props = { field: NumberField; draft: RuleDraft; error?: string | undefined }

/** One figure of the rules with its unit, and a sentence on what it does. */
export function NumberSetting({ field, draft, error }: Props) {
  const t = useTranslations('rules.fields')
  const unit = isShare(field) ? '%' : t(`${field}.unit`)
  return (
    <FigureField
      label={t(`${field}.label`)}
      hint={t(`${field}.does`)}
      unit={unit}
      value={draft.text(field)}
      changed={draft.isChanged(field)}
      error={error}
      onChange={(value) => draft.set({ [field]: value })}
    />
  )
}

type FigureProps = {
  label: string
  hint?: string
  unit: string
  value: string
  changed: boolean
  error?: string | undefined
  onChange: (value: string) => void
}

export function FigureField({ label, hint, unit, value, changed, error, onChange }: FigureProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <div className="flex items-center gap-2">
          <input
            id={id}
            {...described}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={classes(
              'h-9 w-24 rounded border bg-sheet px-3 text-right text-14 text-ink aria-invalid:border-stop disabled:bg-well disabled:text-ink-2',
              changed ? 'border-accent' : 'border-control',
            )}
          />
          <span className="text-13 text-ink-2">{unit}</span>
        </div>
      )}
    </Field>
  )
}
