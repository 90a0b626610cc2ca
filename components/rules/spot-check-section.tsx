import { useTranslations } from 'next-intl'
import { CheckField } from '@/components/ui/fields'
import type { DifferenceTally } from '@/lib/domain/quality/spot-check/difference-tally'
import { FieldsGrid } from './fields-grid'
import { NumberSetting } from './number-setting'
import { PlanPreview } from './plan-preview'
import { spotCheckFields, switchingFields } from './setting-names'
import type { RuleDraft } from './use-rule-draft'

type Props = {
  draft: RuleDraft
  errors: Record<string, string>
  /** Outputs that one rating judges, on average. */
  unitsPerRating: number
  panel: DifferenceTally
}

/** Whether ratings are spot-checked, by which risk, and what plan follows from it. */
export function SpotCheckSection({ draft, errors, unitsPerRating, panel }: Props) {
  const t = useTranslations('rules')
  return (
    <>
      <CheckField
        name="spot_check"
        label={t('spotCheck.on')}
        hint={t('spotCheck.onDoes')}
        checked={draft.spotCheckOn}
        onChange={(event) => draft.turnSpotCheck(event.target.checked)}
      />
      {draft.spotCheckOn ? (
        <>
          <FieldsGrid>
            {spotCheckFields.map((field) => (
              <NumberSetting key={field} field={field} draft={draft} error={errors[field]} />
            ))}
          </FieldsGrid>
          <PlanPreview draft={draft} unitsPerRating={unitsPerRating} panel={panel} />
          <h3 className="mt-2 text-13">{t('spotCheck.switching')}</h3>
          <FieldsGrid>
            {switchingFields.map((field) => (
              <NumberSetting key={field} field={field} draft={draft} error={errors[field]} />
            ))}
          </FieldsGrid>
        </>
      ) : null}
    </>
  )
}
