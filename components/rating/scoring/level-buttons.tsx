import { inLocale, type Locale } from '@/lib/domain/in-locale'
import type { Criterion } from '@/lib/domain/study/rubric'
import { scaleValues } from '@/lib/domain/study/scale'
import { classes } from '@/components/ui/classes'

export type ScoreProps = {
  criterion: Criterion
  value: number | undefined
  /** "B 完整性": the cell's name. */
  name: string
  at: boolean
  locale: Locale
  onScore: (value: number) => void
}

/** A scale of up to eleven levels: one button each. */
export function LevelButtons({ criterion, value, name, at, locale, onScore }: ScoreProps) {
  const values = scaleValues(criterion.scale)
  const wide = values.length > 6
  const reachable = value ?? values[0]
  return (
    <div
      role="radiogroup"
      aria-label={name}
      className={classes(
        'flex overflow-hidden rounded border bg-sheet',
        wide ? 'w-full' : 'shrink-0',
        at ? 'border-transparent outline-2 outline-offset-1 outline-accent' : 'border-line-strong',
      )}
    >
      {values.map((each) => {
        const label = labelOf(criterion, each, locale)
        return (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === value}
            aria-label={label ? `${each} ${label}` : String(each)}
            title={label}
            tabIndex={at && each === reachable ? 0 : -1}
            onClick={() => onScore(each)}
            className={classes(
              'h-[26px] text-13 text-ink-2 outline-none not-first:border-l not-first:border-line hover:bg-well',
              wide ? 'min-w-0 flex-1' : 'w-7 min-[1600px]:w-8 @max-[250px]:w-6',
              'aria-checked:bg-ink aria-checked:font-semibold aria-checked:text-sheet',
            )}
          >
            {each}
          </button>
        )
      })}
    </div>
  )
}

export function labelOf(criterion: Criterion, value: number, locale: Locale): string | undefined {
  const label = criterion.scale.levels.find((level) => level.value === value)?.label
  return label === undefined ? undefined : inLocale(label, locale)
}
