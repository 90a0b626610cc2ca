import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { inLocale } from '@/lib/domain/localized'
import type { Criterion } from '@/lib/domain/study/rubric'

/** The rubric's criteria; each unfolds to its levels. */
export function Rubric({ criteria }: { criteria: Criterion[] }) {
  return (
    <div className="divide-y divide-line border border-line bg-sheet">
      {criteria.map((criterion) => (
        <CriterionRow key={criterion.id} criterion={criterion} />
      ))}
    </div>
  )
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('study.rubric')
  const locale = useLocale()
  const { min, max, step, levels } = criterion.scale
  return (
    <details className="px-4 py-2">
      <summary className="text-13">
        <span className="font-medium">{inLocale(criterion.name, locale)}</span>{' '}
        <span className="text-ink-3">{t('scale', { min, max, step, weight: criterion.weight })}</span>{' '}
        {criterion.in_total ? null : <Tag>{t('notInTotal')}</Tag>}
      </summary>
      {criterion.question ? (
        <p className="mt-2 text-13 text-ink-2">{inLocale(criterion.question, locale)}</p>
      ) : null}
      <ol className="my-2 flex flex-col gap-1 text-13">
        {levels.map((level) => (
          <li key={level.value} className="flex gap-3">
            <span className="w-8 shrink-0 text-right font-medium">{level.value}</span>
            <span>
              {level.label ? <span className="font-medium">{inLocale(level.label, locale)} </span> : null}
              <span className="text-ink-2">
                {level.description ? inLocale(level.description, locale) : null}
              </span>
              {level.comment_required ? <span className="text-ink-3"> {t('commentRequired')}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
