import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { TaskModel } from './task-model'

/** Dim until all is filled; pressed too early it leads to the first empty cell. */
export function SubmitButton({ model, large }: { model: TaskModel; large?: boolean }) {
  const t = useTranslations('desk')
  const ready = model.missing === 0
  const missing = t('missing', { count: model.missing })
  if (large) {
    return (
      <Button
        variant="primary"
        size="large"
        className="min-w-0 px-2!"
        aria-disabled={!ready}
        onClick={model.submit}
      >
        {ready ? model.submitWord : `${model.submitWord} · ${t('missingShort', { count: model.missing })}`}
      </Button>
    )
  }
  return (
    <div className="flex shrink-0 items-center gap-3 text-13">
      <span className={model.said ? 'text-notice' : 'text-ink-3'}>
        {ready ? null : model.said || missing}
      </span>
      <Button
        variant={ready ? 'primary' : 'plain'}
        aria-disabled={!ready}
        onClick={model.submit}
        className="h-7 font-normal"
      >
        {model.submitWord}{' '}
        <kbd aria-hidden className={ready ? 'border-on-accent/40 bg-transparent text-on-accent' : undefined}>
          Enter
        </kbd>
      </Button>
    </div>
  )
}
