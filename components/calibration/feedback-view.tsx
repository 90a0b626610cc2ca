import { useEffect, useRef } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { PromptText } from '@/components/rating/reading/prompt-text'
import { Turns } from '@/components/rating/reading/turns'
import type { TaskFeedback } from '@/lib/domain/quality/views/calibration-view'
import { shownLabels } from '@/lib/domain/rating/shown-label'
import { CellFeedback } from './cell-feedback'
import { ForwardButton } from './forward-button'

type Props = { feedback: TaskFeedback; isLast: boolean; onNext: () => void }

/** After a task: every cell beside what experts agreed on. Enter goes on. */
export function FeedbackView({ feedback, isLast, onNext }: Props) {
  const t = useTranslations('calibration.feedback')
  const heading = useRef<HTMLHeadingElement>(null)
  const { task, cells } = feedback
  const inside = cells.filter((cell) => cell.inside).length
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <main
        id="main"
        className="grid min-h-0 flex-1 content-start overflow-y-auto lg:grid-cols-[304px_minmax(0,1fr)]"
      >
        <section aria-label={t('prompt')} className="border-line-strong p-4 max-lg:hidden lg:border-r">
          <div className="sticky top-4 max-h-[calc(100dvh-9rem)] overflow-y-auto" tabIndex={0}>
            <PromptText task={task} />
          </div>
        </section>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-3">
            <h2 ref={heading} tabIndex={-1} className="text-16 leading-6 outline-none">
              {t('title')}
            </h2>
            <p className="text-14">{t('summary', { inside, cells: cells.length })}</p>
            <p className="text-12 text-ink-3 sm:ml-auto">{t('key')}</p>
          </div>
          <details className="border-b border-line px-4 py-2 lg:hidden">
            <summary className="text-13 text-ink-2">{t('prompt')}</summary>
            <div className="pt-2">
              <PromptText task={task} />
            </div>
          </details>
          <OutputFeedbacks feedback={feedback} />
        </div>
      </main>
      <footer className="flex h-14 shrink-0 items-center justify-end gap-3 border-t border-line-strong bg-sheet px-4">
        <ForwardButton text={t(isLast ? 'result' : 'next')} onPress={onNext} />
      </footer>
    </>
  )
}

function OutputFeedbacks({ feedback }: { feedback: TaskFeedback }) {
  const t = useTranslations('calibration.feedback')
  const desk = useTranslations('desk')
  const locale = useLocale()
  const { task, cells } = feedback
  const labels = shownLabels(task.outputs.length, locale)
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(340px,100%),1fr))] gap-px bg-line">
      {task.outputs.map((output, index) => {
        const own = cells.filter(({ label }) => label === output.label)
        const label = labels[index] ?? output.label
        if (own.length === 0) return null
        return (
          <section
            key={output.label}
            aria-label={desk('output', { label })}
            className="min-w-0 bg-sheet pb-2"
          >
            <h3 className="flex items-baseline gap-3 px-4 py-2.5 text-15">
              {label}
              <span className="text-13 font-normal text-ink-2">
                {t('output', { inside: own.filter(({ inside }) => inside).length, cells: own.length })}
              </span>
            </h3>
            <details className="border-t border-line px-4 py-2">
              <summary className="text-13 text-ink-2">{t('textOf', { label })}</summary>
              <div className="max-h-[50dvh] overflow-y-auto pt-2 text-15" tabIndex={0}>
                <Turns turns={output.turns} language={task.language} />
              </div>
            </details>
            <ul>
              {own.map((cell) => {
                const criterion = task.rubric.criteria.find(({ id }) => id === cell.criterionId)
                return criterion ? (
                  <CellFeedback key={criterion.id} cell={cell} criterion={criterion} />
                ) : null
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
