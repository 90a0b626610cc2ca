import { useTranslations } from 'next-intl'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { Rendered } from './rendered'

/** What the models were asked, turn by turn. */
export function PromptText({ task }: { task: BlindTask }) {
  const t = useTranslations('desk')
  const { turns } = task.prompt
  return turns.map((html, index) => (
    <section
      key={index}
      data-turn={index}
      className="text-16 not-first:mt-5 not-first:border-t not-first:border-line not-first:pt-4"
    >
      {turns.length > 1 ? (
        <p className="mb-1 text-12 leading-5 text-ink-3">{t('userTurn', { n: index + 1 })}</p>
      ) : null}
      <Rendered html={html} language={task.language} />
    </section>
  ))
}
