'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSaid } from '@/components/prompt-set/use-said'
import type { Act, Refused } from '@/components/study/act'
import { Section } from '@/components/study/section'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { RuleSettings } from '@/lib/domain/quality/rule-changes/rule-settings'
import { settingFields } from '@/lib/domain/quality/rule-changes/setting-differences'
import type { RulesPage } from '@/lib/domain/quality/views/rules-view'
import type { Problem } from '@/lib/domain/user-error'
import { ArbitrationSection } from './arbitration-section'
import { FieldsGrid } from './fields-grid'
import { MonitorsSection } from './monitors-section'
import { NumberSetting } from './number-setting'
import { RuleWarnings } from './rule-warnings'
import { SaveRules, type RulesInput, type RulesOutlook } from './save-rules'
import { calibrationFields, checkFields } from './setting-names'
import { asTyped } from './problem-as-typed'
import { SpotCheckSection } from './spot-check-section'
import { useRuleDraft } from './use-rule-draft'

type Props = {
  page: RulesPage
  spotCheckDefaults: NonNullable<RuleSettings['spot_check']>
  look: Act<RulesInput, RulesOutlook>
  save: Act<RulesInput, RulesOutlook>
}

/** The rules of a study's quality chain: every one visible, and editable while the study is not closed. */
export function RulesForm({ page, spotCheckDefaults, look, save }: Props) {
  const t = useTranslations('rules')
  const said = useSaid()
  const { study, version, settings, supply } = page
  const draft = useRuleDraft(settings, spotCheckDefaults)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const changed = settingFields(draft.changes).length
  const editable = ['draft', 'open', 'paused'].includes(study.state)
  const given = { draft, errors }

  function showProblems({ problems = [] }: Refused): void {
    const sentence = (problem: Problem) =>
      t('wrong', { got: problem.got ?? '–', expected: said(problem.words?.expected) ?? problem.expected })
    setErrors(
      Object.fromEntries(problems.map((problem) => [problem.field ?? '', sentence(asTyped(problem))])),
    )
  }

  function reset(): void {
    draft.reset()
    setErrors({})
  }

  return (
    <>
      {editable ? null : <Notice tone="info">{t('closed')}</Notice>}
      <RuleWarnings warnings={page.warnings} />
      <fieldset disabled={!editable} className="m-0 min-w-0 border-0 p-0">
        <Section title={t('sections.ratings')} note={t('sections.ratingsNote')}>
          <ArbitrationSection {...given} scale={page.scales[0]?.scale ?? null} />
        </Section>
        <Section title={t('sections.calibration')} note={t('sections.calibrationNote')}>
          <p className="text-13">
            {t(supply.inForce ? 'supply.inForce' : 'supply.notInForce', { anchors: supply.anchors })}
          </p>
          <FieldsGrid>
            {calibrationFields.map((field) => (
              <NumberSetting key={field} field={field} draft={draft} error={errors[field]} />
            ))}
          </FieldsGrid>
        </Section>
        <Section title={t('sections.checks')} note={t('sections.checksNote')}>
          {errors['checks'] ? <Notice tone="stop">{errors['checks']}</Notice> : null}
          <FieldsGrid>
            {checkFields.map((field) => (
              <NumberSetting key={field} field={field} draft={draft} error={errors[field]} />
            ))}
          </FieldsGrid>
        </Section>
        <Section title={t('sections.monitors')} note={t('sections.monitorsNote')}>
          <MonitorsSection {...given} />
        </Section>
        <Section title={t('sections.spotCheck')} note={t('sections.spotCheckNote')}>
          <SpotCheckSection {...given} unitsPerRating={page.unitsPerRating ?? 1} panel={page.panel} />
        </Section>
      </fieldset>
      {changed > 0 ? (
        <div className="sticky bottom-0 z-10 mt-8 -mx-4 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-raise px-4 py-3 sm:-mx-6 sm:px-6">
          <p aria-live="polite" className="text-13">
            {t('change.count', { changed })}
          </p>
          <div className="flex gap-2">
            <Button onClick={reset}>{t('change.discard')}</Button>
            <SaveRules
              input={{ slug: study.slug, version, changes: draft.changes }}
              look={look}
              save={save}
              onRefused={showProblems}
              onSaved={reset}
            />
          </div>
        </div>
      ) : null}
    </>
  )
}
