import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { inLocale } from '@/lib/domain/in-locale'
import { scoreAt } from '@/lib/domain/rating/draft'
import type { Criterion } from '@/lib/domain/study/rubric'
import type { TaskModel } from '@/components/rating/task-model'

type Shown = Pick<TaskModel, 'desk' | 'labels' | 'locale'>

/**
 * What the levels of the cell in focus mean. The strips of all criteria lie on each other, so that the desk never
 * jumps: the tallest one gives the height, the one in focus is seen.
 */
export function LevelStrip({ model }: { model: Shown }) {
  const t = useTranslations('desk')
  const { desk, labels } = model
  const value = scoreAt(desk.sheet, desk.draft, desk.at)
  return (
    <section aria-label={t('levels')} className="grid shrink-0 border-t border-line-strong bg-sheet">
      {desk.sheet.criteria.map((criterion, index) => (
        <div
          key={criterion.id}
          aria-hidden={index !== desk.at.criterion}
          className={classes(
            'col-start-1 row-start-1 grid grid-cols-[var(--prompt-width,256px)_minmax(0,1fr)] min-[1360px]:grid-cols-[var(--prompt-width,304px)_minmax(0,1fr)]',
            index !== desk.at.criterion && 'invisible',
          )}
        >
          <div className="border-r border-line-strong px-4 py-2.5 text-13 text-ink-2">
            <p className="font-semibold text-ink">
              {labels[desk.at.output]} · {inLocale(criterion.name, model.locale)}
            </p>
            {criterion.question ? <p>{inLocale(criterion.question, model.locale)}</p> : null}
          </div>
          <Levels criterion={criterion} value={value} model={model} />
        </div>
      ))}
    </section>
  )
}

type LevelsProps = { criterion: Criterion; value: number | undefined; model: Shown }

function Levels({ criterion, value, model }: LevelsProps) {
  const t = useTranslations('desk')
  const { min, max, step, levels } = criterion.scale
  if (levels.length === 0) {
    return <p className="px-4 py-2.5 text-13 text-ink-2">{t('range', { min, max, step })}</p>
  }
  return (
    <ol className="grid max-h-36 auto-cols-[minmax(112px,1fr)] grid-flow-col overflow-auto [scrollbar-width:thin]">
      {levels.map((level) => (
        <li
          key={level.value}
          {...(level.value === value ? { 'aria-current': true } : {})}
          className="grid grid-cols-[auto_1fr] content-start gap-x-2 border-r border-line py-2.5 pr-3 pl-4 text-13 text-ink-2 last:border-r-0 aria-[current]:bg-well"
        >
          <b className="min-w-4 font-semibold text-ink">{level.value}</b>
          <b className="font-semibold text-ink">{level.label ? inLocale(level.label, model.locale) : null}</b>
          {level.description ? (
            <p className="col-start-2">{inLocale(level.description, model.locale)}</p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
