import { useEffect, useRef } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { ScaleLine } from '@/components/inspect/scale-line'
import { classes } from '@/components/ui/classes'
import { Tag } from '@/components/ui/tag'
import { inLocale } from '@/lib/domain/in-locale'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import type { DecidedCase } from '@/lib/domain/quality/views/arbitration-view'
import type { Criterion } from '@/lib/domain/study/rubric'
import { CauseKeys } from './cause-keys'

type Props = {
  cell: DecidedCase['cells'][number]
  /** The output's name on screen, where there are several. */
  shown: string | null
  criterion: Criterion | undefined
  at: boolean
  onFocus: () => void
  onCause: (cause: Cause) => void
}

/** One decided cell: everybody's scores and the own decision on one scale, and why people disagreed. */
export function DecidedCell({ cell, shown, criterion, at, onFocus, onCause }: Props) {
  const t = useTranslations('inspect.arbitration')
  const locale = useLocale()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (at) row.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  if (!criterion) return null
  const name = [shown, inLocale(criterion.name, locale)].filter(Boolean).join(' · ')
  const first = cell.ratings.filter(({ extra }) => !extra).map(({ value }) => value)
  const extra = cell.ratings.filter((each) => each.extra).map(({ value }) => value)
  return (
    <div
      ref={row}
      onFocus={onFocus}
      onClick={onFocus}
      aria-current={at ? 'true' : undefined}
      className={classes(
        'relative border-b border-line px-4 py-3 last:border-b-0',
        at && 'bg-accent-wash before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent',
      )}
    >
      <div className="mx-auto flex w-full max-w-[760px] flex-col gap-2">
        <p className={classes('text-13', at && 'font-semibold text-accent')}>
          {name} {cell.stands ? null : <Tag tone="notice">{t('onRecord')}</Tag>}
        </p>
        <ScaleLine
          scale={criterion.scale}
          locale={locale}
          label={t('scoresOf', {
            name,
            own: cell.value,
            first: first.join(', '),
            extra: extra.length === 0 ? '–' : extra.join(', '),
          })}
          marks={[
            ...first.map((value) => ({ value, mark: 'rating' as const })),
            ...extra.map((value) => ({ value, mark: 'extra' as const })),
            { value: cell.value, mark: 'own' as const },
          ]}
        />
        <CauseKeys name={name} cause={cell.cause} onCause={onCause} />
      </div>
    </div>
  )
}
