import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { OutputTabs } from './output-tabs'
import { PromptPeek } from '@/components/rating/reading/prompt-peek'
import type { TaskModel } from '@/components/rating/task-model'
import { ThumbArea } from '@/components/rating/scoring/thumb-area'
import { Turns } from '@/components/rating/reading/turns'
import { useSwipe } from './use-swipe'

/** The desk in one hand: the prompt folded above, one output at a time, levels under the thumb. */
export function NarrowDesk({ model }: { model: TaskModel }) {
  const t = useTranslations('desk')
  const panel = useId()
  const { task, desk, labels } = model
  const { output } = desk.at
  const swipe = useSwipe((by) => model.dispatch({ type: 'move', outputs: by, criteria: 0 }))
  return (
    <main id="main" className="flex min-h-0 flex-1 flex-col">
      <PromptPeek model={model} />
      {labels.length > 1 ? <OutputTabs model={model} panel={panel} big /> : null}
      <section
        key={output}
        id={panel}
        data-output-text={output}
        role={labels.length > 1 ? 'tabpanel' : 'region'}
        tabIndex={0}
        aria-label={t('output', { label: labels[output] ?? '' })}
        className="more-below min-h-24 flex-1 overflow-y-auto bg-sheet px-4 pt-3 pb-6 text-16 outline-offset-[-2px] [--under:var(--sheet)]"
        {...swipe}
      >
        <h2 className="sr-only">{t('output', { label: labels[output] ?? '' })}</h2>
        <div>
          <Turns turns={task.outputs[output]?.turns ?? []} language={task.language} />
        </div>
      </section>
      <ThumbArea model={model} />
    </main>
  )
}
