import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { ScoreProps } from './level-buttons'

/** A scale too fine for buttons: its digits are typed, or the value is drawn. Unset is shown as a dash, not as zero. */
export function ScoreSlider({ criterion, value, name, at, onScore }: ScoreProps) {
  const t = useTranslations('desk')
  const { min, max, step } = criterion.scale
  return (
    <div
      className={classes(
        'flex h-7 w-full items-center gap-3 rounded border bg-sheet px-2',
        at ? 'border-transparent outline-2 outline-offset-1 outline-accent' : 'border-line-strong',
      )}
    >
      <input
        type="range"
        aria-label={name}
        aria-valuetext={value === undefined ? t('unset') : String(value)}
        min={min}
        max={max}
        step={step}
        value={value ?? min}
        tabIndex={at ? 0 : -1}
        onChange={(event) => onScore(Number(event.currentTarget.value))}
        className={classes('min-w-0 flex-1 accent-ink outline-none', value === undefined && 'opacity-50')}
      />
      <output className="w-9 text-right text-13 font-semibold">{value ?? '–'}</output>
    </div>
  )
}
