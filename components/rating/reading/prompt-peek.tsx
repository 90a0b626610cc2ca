import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { PromptFolds } from './prompt-folds'
import { PromptText } from './prompt-text'
import { Rendered } from './rendered'
import type { TaskModel } from '@/components/rating/task-model'

/** The prompt in two lines; a touch opens it, with reference and marking points. */
export function PromptPeek({ model }: { model: Pick<TaskModel, 'task' | 'view' | 'setView'> }) {
  const t = useTranslations('desk')
  const [open, setOpen] = useState(false)
  const { task } = model
  return (
    <section
      aria-label={t('prompt')}
      className="flex max-h-[55%] shrink-0 flex-col border-b border-line bg-paper [--under:var(--paper)]"
    >
      {open ? (
        <div data-prompt-text className="min-h-0 overflow-y-auto">
          <div className="px-4 pt-2 pb-4">
            <PromptText task={task} />
          </div>
          <PromptFolds model={model} />
        </div>
      ) : (
        <div
          aria-hidden
          className="pointer-events-none max-h-14 overflow-hidden px-4 pt-2 text-15 leading-6 *:line-clamp-2"
        >
          <Rendered html={task.prompt.turns[0] ?? ''} language={task.language} />
        </div>
      )}
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="min-h-9 px-4 text-right text-13 text-accent"
      >
        {open ? t('foldPrompt') : t('openPrompt', { count: task.prompt.turns.length })}
      </button>
    </section>
  )
}
