import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { classes } from '@/components/ui/classes'
import { monitorNames, type MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import { FieldsGrid } from './fields-grid'
import { LadderField } from './ladder-field'
import { NumberSetting } from './number-setting'
import { familyFields } from './setting-names'
import type { RuleDraft } from './use-rule-draft'

type Props = { draft: RuleDraft; errors: Record<string, string> }

/** What is watched per rater: each rule on or off, its limit, and what is done step by step. */
export function MonitorsSection({ draft, errors }: Props) {
  const t = useTranslations('rules.monitors')
  return (
    <>
      <FieldsGrid>
        {familyFields.map((field) => (
          <NumberSetting key={field} field={field} draft={draft} error={errors[field]} />
        ))}
      </FieldsGrid>
      <DataTable
        label={t('title')}
        className="hidden md:block"
        columns={[{ head: t('on') }, { head: t('limit') }, { head: t('limitMeans') }, { head: t('ladder') }]}
      >
        {monitorNames.map((monitor) => (
          <tr key={monitor}>
            <th scope="row" className="text-left font-normal">
              <OnSwitch monitor={monitor} draft={draft} />
            </th>
            <td>
              <LimitField
                monitor={monitor}
                draft={draft}
                error={errors[`monitors.monitors.${monitor}.limit`]}
              />
            </td>
            <td className="max-w-80 text-13 text-ink-2">{t(`limits.${monitor}`)}</td>
            <td>
              <LadderField monitor={monitor} draft={draft} />
            </td>
          </tr>
        ))}
      </DataTable>
      <ul className="flex flex-col divide-y divide-line border border-line bg-sheet md:hidden">
        {monitorNames.map((monitor) => (
          <li key={monitor} className="flex flex-col gap-2 px-4 py-3">
            <div className="flex items-center justify-between gap-3">
              <OnSwitch monitor={monitor} draft={draft} />
              <LimitField
                monitor={monitor}
                draft={draft}
                error={errors[`monitors.monitors.${monitor}.limit`]}
              />
            </div>
            <p className="text-13 text-ink-2">{t(`limits.${monitor}`)}</p>
            <LadderField monitor={monitor} draft={draft} />
          </li>
        ))}
      </ul>
    </>
  )
}

type RuleProps = { monitor: MonitorName; draft: RuleDraft; error?: string | undefined }

function OnSwitch({ monitor, draft }: RuleProps) {
  const name = useTranslations('quality.signals')
  const field = `monitors.monitors.${monitor}.on`
  return (
    <label className="inline-flex items-center gap-2 text-14">
      <input
        type="checkbox"
        checked={draft.value(field) === true}
        onChange={(event) => draft.set({ [field]: event.target.checked })}
        className="size-4 shrink-0 accent-accent"
      />
      {name(`${monitor}.name`)}
    </label>
  )
}

function LimitField({ monitor, draft, error }: RuleProps) {
  const t = useTranslations('rules.monitors')
  const name = useTranslations('quality.signals')
  const field = `monitors.monitors.${monitor}.limit`
  return (
    <>
      <input
        aria-label={t('limitOf', { name: name(`${monitor}.name`) })}
        aria-invalid={error ? true : undefined}
        inputMode="decimal"
        autoComplete="off"
        value={draft.text(field)}
        onChange={(event) => draft.set({ [field]: event.target.value })}
        className={classes(
          'h-8 w-20 rounded border bg-sheet px-2 text-right text-14 text-ink aria-invalid:border-stop disabled:bg-well disabled:text-ink-2',
          draft.isChanged(field) ? 'border-accent' : 'border-control',
        )}
      />
      {error ? <p className="text-13 text-stop">{error}</p> : null}
    </>
  )
}
