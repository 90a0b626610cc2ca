import { useTranslations } from 'next-intl'
import { inLocale } from '@/lib/domain/in-locale'
import { scoreAt } from '@/lib/domain/rating/draft'
import { scaleValues } from '@/lib/domain/study/scale'
import { labelOf } from './level-buttons'
import { mostButtons } from './score-cell'
import { ScoreSlider } from './score-slider'
import type { TaskModel } from '@/components/rating/task-model'
import { useCellFocus } from './use-cell-focus'

/** Big buttons for the levels of the criterion in focus, and one line on what the level means. */
export function ThumbLevels({ model }: { model: TaskModel }) {
  const t = useTranslations('desk')
  const { desk, labels, locale } = model
  const cell = useCellFocus<HTMLDivElement>(true)
  const criterion = desk.sheet.criteria[desk.at.criterion]
  if (!criterion) return null
  const value = scoreAt(desk.sheet, desk.draft, desk.at)
  const { min, max, step } = criterion.scale
  const values = scaleValues(criterion.scale)
  const name = `${labels[desk.at.output] ?? ''} ${inLocale(criterion.name, locale)}`
  const level = criterion.scale.levels.find((each) => each.value === value)
  const said = level?.description ?? criterion.question
  const score = (given: number) => model.dispatch({ type: 'score', at: desk.at, value: given })
  const columns = values.length > 6 ? Math.ceil(values.length / 2) : values.length
  return (
    <div ref={cell} data-cell className="px-4">
      <p className="line-clamp-2 min-h-10 py-2 text-14 leading-6 text-ink-2">
        <b className="font-semibold text-ink">{name.replace(' ', ' · ')}</b>
        {'　'}
        {said ? inLocale(said, locale) : t('range', { min, max, step })}
      </p>
      {values.length > mostButtons ? (
        <ScoreSlider criterion={criterion} value={value} name={name} locale={locale} at onScore={score} />
      ) : (
        <div
          role="radiogroup"
          aria-label={name}
          className="grid gap-1.5"
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {values.map((each) => (
            <button
              key={each}
              type="button"
              role="radio"
              aria-checked={each === value}
              tabIndex={each === (value ?? values[0]) ? 0 : -1}
              onClick={() => score(each)}
              className="min-h-[60px] min-w-0 rounded border border-control bg-sheet text-[18px] leading-[22px] font-semibold aria-checked:border-ink aria-checked:bg-ink aria-checked:text-sheet"
            >
              {each}
              <small className="line-clamp-2 text-12 leading-[14px] font-normal wrap-break-word">
                {labelOf(criterion, each, locale)}
              </small>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
