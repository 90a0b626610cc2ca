import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/fields'
import type { ChoiceField } from './setting-names'
import type { RuleDraft } from './use-rule-draft'

type Props = {
  field: ChoiceField
  choices: readonly string[]
  draft: RuleDraft
  error?: string | undefined
}

/** One of a few ways, each in words. */
export function ChoiceSetting({ field, choices, draft, error }: Props) {
  const t = useTranslations('rules.fields')
  const name = useTranslations(`rules.fields.${field}.choices` as 'rules.fields.agreement.rule.choices')
  return (
    <SelectField
      name={field}
      label={t(`${field}.label`)}
      hint={t(`${field}.does`)}
      error={error}
      value={draft.text(field)}
      onChange={(event) => draft.set({ [field]: event.target.value })}
      options={choices.map((choice) => ({ value: choice, label: name(choice as 'median') }))}
    />
  )
}
