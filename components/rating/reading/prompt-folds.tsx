import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Fold } from './fold'
import { Rendered } from './rendered'
import type { TaskModel } from '@/components/rating/task-model'

/** Reference answer and marking points, where the prompt has them. */
export function PromptFolds({ model }: { model: Pick<TaskModel, 'task' | 'view' | 'setView'> }) {
  const t = useTranslations('desk')
  const [points, setPoints] = useState(true)
  const { reference, markingPoints } = model.task.prompt
  return (
    <>
      {reference ? (
        <Fold
          title={t('reference')}
          hotkey="R"
          open={model.view.reference}
          onToggle={(open) => model.setView({ ...model.view, reference: open })}
        >
          <Rendered html={reference} language={model.task.language} />
        </Fold>
      ) : null}
      {markingPoints?.length ? (
        <Fold title={t('markingPoints')} open={points} onToggle={setPoints}>
          <ul>
            {markingPoints.map((point, index) => (
              <li key={index} className="flex justify-between gap-3">
                <span dir="auto">{point.text}</span>
                {point.marks === undefined ? null : (
                  <span className="shrink-0 text-ink-3">{t('marks', { marks: point.marks })}</span>
                )}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  )
}
