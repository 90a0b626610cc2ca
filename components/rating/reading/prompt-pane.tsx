import { useTranslations } from 'next-intl'
import { PromptFolds } from './prompt-folds'
import { PromptText } from './prompt-text'
import type { TaskModel } from '@/components/rating/task-model'

/** The prompt stays in view while outputs scroll; reference and marking points below it. */
export function PromptPane({ model }: { model: Pick<TaskModel, 'task' | 'view' | 'setView'> }) {
  const t = useTranslations('desk')
  const { task } = model
  return (
    <section
      aria-label={t('prompt')}
      className="flex min-h-0 flex-col border-r border-line-strong bg-paper [--under:var(--paper)]"
    >
      <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-4 text-13 text-ink-3">
        <h2 className="text-ink">{t('prompt')}</h2>
        <span className="ml-auto">{t('turns', { count: task.prompt.turns.length })}</span>
      </div>
      <div
        data-prompt-text
        tabIndex={0}
        role="region"
        aria-label={t('promptText')}
        className="more-below min-h-[30%] flex-1 overflow-y-auto p-4"
      >
        <PromptText task={task} />
      </div>
      <PromptFolds model={model} />
    </section>
  )
}
