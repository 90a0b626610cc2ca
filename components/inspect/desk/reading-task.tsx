import { useState, type ReactNode } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { PromptPane } from '@/components/rating/reading/prompt-pane'
import { PromptPeek } from '@/components/rating/reading/prompt-peek'
import type { DeskView } from '@/components/rating/task-model'
import { Turns } from '@/components/rating/reading/turns'
import { phone, useMedia } from '@/components/rating/use-media'
import { useHotkeys } from '@/components/inspect/use-hotkeys'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { shownLabels } from '@/lib/domain/rating/shown-label'

type Props = {
  task: BlindTask
  /** What stands below each output where its scores were given. */
  under?: (label: string, shown: string) => ReactNode
}

const columns =
  'grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] grid-cols-[var(--prompt-width,256px)_minmax(0,1fr)] ' +
  'min-[1360px]:grid-cols-[var(--prompt-width,304px)_minmax(0,1fr)]'

/** A task in the frame of the desk, to be read only: nothing moves when judging is over. */
export function ReadingTask({ task, under }: Props) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const narrow = useMedia(phone)
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const labels = shownLabels(task.outputs.length, locale)
  const model = { task, view, setView }
  useHotkeys({ r: () => setView({ ...view, reference: !view.reference }) })
  const alone = task.outputs.length === 1
  return (
    <main id="main" className={narrow ? 'flex min-h-0 flex-1 flex-col' : columns}>
      {narrow ? <PromptPeek model={model} /> : <PromptPane model={model} />}
      <div className="grid min-h-0 flex-1 auto-cols-[minmax(min(272px,100%),1fr)] grid-flow-col grid-rows-[minmax(0,1fr)] overflow-x-auto overflow-y-hidden">
        {task.outputs.map((output, index) => (
          <section
            key={output.label}
            aria-label={t('output', { label: labels[index] ?? '' })}
            className="flex min-h-0 min-w-0 flex-col border-r border-line bg-sheet last:border-r-0 [--under:var(--sheet)]"
          >
            <h2 className="flex h-10 shrink-0 items-center border-b border-line px-4 text-15">
              {labels[index]}
            </h2>
            <div
              tabIndex={0}
              role="region"
              aria-label={t('textOf', { label: labels[index] ?? '' })}
              className="more-below min-h-0 flex-1 overflow-y-auto px-4 pt-3 pb-6 text-15 outline-offset-[-2px]"
            >
              <div className={alone ? 'mx-auto max-w-[760px]' : undefined}>
                <Turns turns={output.turns} language={task.language} />
              </div>
            </div>
            {under?.(output.label, labels[index] ?? '')}
          </section>
        ))}
      </div>
    </main>
  )
}
