import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { Pips } from '@/components/rating/scoring/pips'
import { useShown } from './use-shown'

type Props = {
  label: string
  now: boolean
  done: number
  of: number
  cannot: boolean
  panel: string
  big: boolean
  onClick: () => void
}

export function OutputTab({ label, now, done, of, cannot, panel, big, onClick }: Props) {
  const t = useTranslations('desk')
  const tab = useShown<HTMLButtonElement>(now)
  return (
    <button
      ref={tab}
      type="button"
      role="tab"
      aria-selected={now}
      aria-controls={panel}
      tabIndex={now ? 0 : -1}
      onClick={onClick}
      className={classes(
        'flex flex-1 items-center justify-center gap-2 border-b-2 px-2 whitespace-nowrap',
        big ? 'h-11 min-w-16 text-15' : 'h-9 min-w-11 text-13',
        now
          ? 'border-accent bg-accent-wash font-semibold text-accent'
          : 'border-transparent text-ink-2 hover:bg-well',
      )}
    >
      {label}
      {cannot ? (
        <span title={t('cannotJudge')} className="text-12">
          <span aria-hidden>✕</span>
          <span className="sr-only">{t('cannotJudge')}</span>
        </span>
      ) : (
        <Pips done={done} of={of} text={t('scored', { done, of })} />
      )}
    </button>
  )
}
