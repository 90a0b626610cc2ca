import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { Pips } from '@/components/rating/scoring/pips'

type Props = { label: string; now: boolean; done: number; of: number; cannot: boolean }

export function ColumnHead({ label, now, done, of, cannot }: Props) {
  const t = useTranslations('desk')
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line pr-3 pl-4 text-13">
      <h2 className={classes('min-w-5 text-15', now ? 'text-accent' : 'text-ink')}>{label}</h2>
      {now ? <span className="text-accent">{t('now')}</span> : null}
      <span className="ml-auto text-ink-3">
        {cannot ? t('cannotJudge') : <Pips done={done} of={of} text={t('scored', { done, of })} />}
      </span>
    </div>
  )
}
