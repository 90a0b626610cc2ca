import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/fields'
import { arbitrationTemplates, type ArbitrationTemplate } from '@/lib/domain/quality/arbitration/templates'
import type { ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import type { ScaleShape } from '@/lib/domain/study/scale'
import { ChoiceSetting } from './choice-setting'
import { FieldsGrid } from './fields-grid'
import { FigureField, NumberSetting } from './number-setting'
import type { RuleDraft } from './use-rule-draft'

type Props = { draft: RuleDraft; errors: Record<string, string>; scale: ScaleShape | null }

const templates = Object.keys(arbitrationTemplates) as ArbitrationTemplate[]

/** k and what happens to a cell whose ratings disagree; three ways that have a name to start from. */
export function ArbitrationSection({ draft, errors, scale }: Props) {
  const t = useTranslations('rules')
  const tolerance = draft.value('agreement.tolerance')
  const unit = tolerance === null ? 'none' : draft.text('arbitration.unit')

  function measure(next: string): void {
    if (next === 'none') draft.set({ 'agreement.tolerance': null })
    else
      draft.set({ 'arbitration.unit': next, 'agreement.tolerance': draft.text('agreement.tolerance') || '1' })
  }

  return (
    <>
      {scale ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-13 text-ink-2">{t('templates.start')}</span>
          {templates.map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => draft.set(writtenTerms(arbitrationTemplates[name](scale)))}
            >
              {t(`templates.${name}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <FieldsGrid>
        <NumberSetting field="ratings_per_task" draft={draft} error={errors['ratings_per_task']} />
        <SelectField
          name="unit"
          label={t('tolerance.label')}
          hint={t('tolerance.does')}
          error={errors['arbitration.unit']}
          value={unit}
          onChange={(event) => measure(event.target.value)}
          options={(['none', 'steps', 'marks'] as const).map((value) => ({
            value,
            label: t(`tolerance.${value}`),
          }))}
        />
        {tolerance === null ? null : (
          <FigureField
            label={t('tolerance.value')}
            hint={t('tolerance.valueDoes')}
            unit={unit === 'marks' ? t('tolerance.marksUnit') : t('tolerance.stepsUnit')}
            value={draft.text('agreement.tolerance')}
            changed={draft.isChanged('agreement.tolerance')}
            error={errors['agreement.tolerance']}
            onChange={(value) => draft.set({ 'agreement.tolerance': value })}
          />
        )}
        <ChoiceSetting
          field="agreement.rule"
          choices={['median', 'mean', 'trimmed', 'p910']}
          draft={draft}
          error={errors['agreement.rule']}
        />
        <NumberSetting
          field="agreement.extra_ratings"
          draft={draft}
          error={errors['agreement.extra_ratings']}
        />
        <ChoiceSetting
          field="arbitration.settled_by"
          choices={['majority', 'nearest', 'nearest_within']}
          draft={draft}
          error={errors['arbitration.settled_by']}
        />
        <ChoiceSetting
          field="arbitration.last"
          choices={['inspector', 'meeting']}
          draft={draft}
          error={errors['arbitration.last']}
        />
      </FieldsGrid>
    </>
  )
}

/** A template's terms under the fields of the form. */
function writtenTerms({ ratings, tolerance, rule, extra_ratings, settled_by, last }: ArbitrationTerms) {
  return {
    ratings_per_task: String(ratings),
    'agreement.tolerance': tolerance ? String(tolerance.value) : null,
    ...(tolerance ? { 'arbitration.unit': tolerance.unit } : {}),
    'agreement.rule': rule,
    'agreement.extra_ratings': String(extra_ratings),
    'arbitration.settled_by': settled_by,
    'arbitration.last': last,
  }
}
