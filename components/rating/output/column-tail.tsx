import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { CommentField } from '@/components/rating/scoring/comment-field'

type Props = {
  label: string
  comment: string
  writing: boolean
  reason: string | undefined
  comments: boolean
  cannotJudge: boolean
  onWrite: (open: boolean) => void
  onText: (text: string) => void
  onCannot: () => void
}

/** Below the scores of an output: its comment, and "cannot judge". */
export function ColumnTail(props: Props) {
  const t = useTranslations('desk')
  const { label, comment, writing, reason, onWrite, onText, onCannot } = props
  if (writing)
    return <CommentField label={label} text={comment} onText={onText} onDone={() => onWrite(false)} />
  return (
    <div className="mt-1 flex h-10 shrink-0 items-center gap-3 border-t border-line pr-3 pl-4 text-13 text-ink-3">
      {props.comments ? (
        <button
          type="button"
          aria-label={t('commentOn', { label })}
          onClick={() => onWrite(true)}
          className={classes('min-w-0 flex-1 truncate text-left hover:text-ink', comment && 'text-ink')}
        >
          {comment || t('comment')}
        </button>
      ) : null}
      {props.cannotJudge ? (
        <button
          type="button"
          aria-pressed={reason !== undefined}
          aria-label={t('cannotJudgeOutput', { label })}
          onClick={onCannot}
          className={classes(
            'ml-auto shrink-0 hover:text-ink',
            reason === undefined ? 'text-ink-2' : 'font-semibold text-accent',
          )}
        >
          {t('cannotJudge')}
        </button>
      ) : null}
    </div>
  )
}
