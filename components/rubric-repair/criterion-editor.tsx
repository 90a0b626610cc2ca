import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { inLocale } from '@/lib/domain/in-locale'
import type { Criterion } from '@/lib/domain/study/rubric'
import { LocalizedField } from './localized-field'
import {
  describedValues,
  type EditedCriterion,
  type LevelText,
  type useRepairDraft,
} from './use-repair-draft'

type Props = {
  before: Criterion
  now: EditedCriterion
  draft: ReturnType<typeof useRepairDraft>
}

/** The words of one criterion; and, where they differ, whether what raters said before still holds. */
export function CriterionEditor({ before, now, draft }: Props) {
  const t = useTranslations('rubricRepair.editor')
  const locale = useLocale()
  const { id, scale } = before
  const isChanged = draft.changed.includes(now)
  return (
    <details className="px-4 py-3">
      <summary className="text-14">
        <span className="font-medium">{inLocale(now.name, locale)}</span>{' '}
        <span className="text-13 text-ink-3">{t('scale', { min: scale.min, max: scale.max })}</span>{' '}
        {isChanged ? <Tag tone="accent">{t('changed')}</Tag> : null}
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        <LocalizedField
          label={t('name')}
          text={now.name}
          onChange={(name) => draft.change(id, (one) => ({ ...one, name: name ?? '' }))}
        />
        <LocalizedField
          label={t('question')}
          text={now.question}
          rows={2}
          onChange={(question) =>
            draft.change(id, ({ question: _before, ...one }) => ({
              ...one,
              ...(question === undefined ? {} : { question }),
            }))
          }
        />
        {describedValues(before).map((value) => (
          <LevelEditor key={value} value={value} now={now} draft={draft} />
        ))}
        {isChanged ? (
          <HoldsChoice
            now={now}
            onChange={(ratingsHold) => draft.change(id, (one) => ({ ...one, ratingsHold }))}
          />
        ) : null}
      </div>
    </details>
  )
}

const parts: readonly LevelText[] = ['label', 'description', 'example']

function LevelEditor({ value, now, draft }: { value: number } & Pick<Props, 'now' | 'draft'>) {
  const t = useTranslations('rubricRepair.editor')
  const level = now.levels.find((each) => each.value === value)
  const shown = parts.filter((part) => part !== 'example' || level?.example !== undefined)
  return (
    <div className="flex flex-col gap-2 border-l-2 border-line pl-3">
      <p className="text-13 font-medium">{t('level', { value })}</p>
      {shown.map((part) => (
        <LocalizedField
          key={part}
          label={t(part)}
          text={level?.[part]}
          onChange={(text) => draft.setLevel(now.id, value, { part, text })}
        />
      ))}
    </div>
  )
}

function HoldsChoice({ now, onChange }: { now: EditedCriterion; onChange: (holds: boolean) => void }) {
  const t = useTranslations('rubricRepair.editor')
  return (
    <fieldset className="m-0 border border-line-strong p-3">
      <legend className="px-1 text-13 font-medium">{t('holds')}</legend>
      {([true, false] as const).map((holds) => (
        <label key={String(holds)} className="flex items-start gap-2 py-1 text-14">
          <input
            type="radio"
            name={`holds-${now.id}`}
            checked={now.ratingsHold === holds}
            onChange={() => onChange(holds)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          {t(holds ? 'wording' : 'anew')}
        </label>
      ))}
    </fieldset>
  )
}
