import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { SubmitButton } from '@/components/rating/submit-button'
import type { TaskModel } from '@/components/rating/task-model'

/** The keys at the foot, and what is still missing. Keys that change the view show when they are on. */
export function KeyLegend({ model }: { model: TaskModel }) {
  const t = useTranslations('desk.keys')
  const { task, desk, view } = model
  const scale = desk.sheet.criteria[desk.at.criterion]?.scale
  const turns = Math.max(task.prompt.turns.length, ...task.outputs.map((output) => output.turns.length))
  const several = task.outputs.length > 1
  return (
    <footer className="flex h-10 shrink-0 items-center gap-4 border-t border-line bg-paper pr-2 pl-4 text-12 text-ink-3">
      <div aria-hidden className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-6 overflow-hidden h-5">
        <Key keys={scale ? [String(scale.min), '–', String(scale.max)] : []} text={t('score')} />
        {scale && !Number.isInteger(scale.step) ? <Key keys={['.']} text={t('fraction')} /> : null}
        <Key keys={['↑', '↓']} text={t('criterion')} />
        {several ? <Key keys={['←', '→']} text={t('output')} /> : null}
        <Key keys={['Tab']} text={t('next')} />
        {model.comments ? <Key keys={['C']} text={t('comment')} /> : null}
        {model.cannotJudge ? <Key keys={['X']} text={t('cannotJudge')} /> : null}
        <Key keys={['Z']} text={t('undo')} />
        {several ? <Key keys={['L']} text={t('link')} on={view.linked} /> : null}
        {several ? <Key keys={['F']} text={t('solo')} on={view.solo} /> : null}
        {turns > 1 ? <Key keys={['[', ']']} text={t('turn')} /> : null}
      </div>
      <SubmitButton model={model} />
    </footer>
  )
}

function Key({ keys, text, on }: { keys: string[]; text: string; on?: boolean }) {
  return (
    <span
      className={classes(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap',
        on && 'font-semibold text-accent',
      )}
    >
      {keys.map((key) => (key === '–' ? key : <kbd key={key}>{key}</kbd>))} {text}
    </span>
  )
}
