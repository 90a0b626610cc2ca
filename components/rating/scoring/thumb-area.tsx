import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { CommentField } from './comment-field'
import { CriterionSteps } from './criterion-steps'
import { toggleReason } from '@/components/rating/keys/run-command'
import { SubmitButton } from '@/components/rating/submit-button'
import type { TaskModel } from '@/components/rating/task-model'
import { ThumbLevels } from './thumb-levels'

/** Everything a thumb needs: criteria, levels with their words, comment, cannot judge, submit. */
export function ThumbArea({ model }: { model: TaskModel }) {
  const t = useTranslations('desk')
  const { desk, labels } = model
  const { output } = desk.at
  const key = desk.sheet.labels[output] ?? ''
  const label = labels[output] ?? key
  const comment = desk.draft.comments[key] ?? ''
  const cannot = desk.draft.cannotJudge[key] !== undefined
  return (
    <section
      aria-label={t('scores')}
      className="shrink-0 border-t border-line-strong bg-paper pb-[max(12px,env(safe-area-inset-bottom))]"
    >
      <CriterionSteps model={model} />
      {model.commenting === output ? (
        <CommentField
          label={label}
          text={comment}
          onText={(text) => model.dispatch({ type: 'comment', label: key, text })}
          onDone={() => model.comment(null)}
        />
      ) : (
        <ThumbLevels key={desk.at.criterion} model={model} />
      )}
      <div className="mt-3 flex gap-2 px-4 *:last:flex-1">
        {model.comments ? (
          <Button
            size="large"
            className="px-2!"
            aria-label={t('commentOn', { label })}
            onClick={() => model.comment(output)}
          >
            {t('comment')}
            {comment.trim() ? ' ✓' : ''}
          </Button>
        ) : null}
        {model.cannotJudge ? (
          <Button
            size="large"
            aria-pressed={cannot}
            aria-label={t('cannotJudgeOutput', { label })}
            className={classes('px-2!', cannot && 'border-accent text-accent')}
            onClick={() => toggleReason(model, key)}
          >
            {t('cannotJudge')}
          </Button>
        ) : null}
        <SubmitButton model={model} large />
      </div>
    </section>
  )
}
