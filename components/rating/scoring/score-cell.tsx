import { memo } from 'react'
import { classes } from '@/components/ui/classes'
import { inLocale } from '@/lib/domain/in-locale'
import { LevelButtons, type ScoreProps } from './level-buttons'
import { ScoreSlider } from './score-slider'
import { useCellFocus } from './use-cell-focus'

export const mostButtons = 11

type Props = Omit<ScoreProps, 'onScore' | 'name'> & {
  label: string
  output: number
  index: number
  error: boolean
  onScore: (output: number, criterion: number, value: number) => void
  onFocus: (output: number, criterion: number) => void
}

/** One output × one criterion: its name and its scale. */
export const ScoreCell = memo(function ScoreCell({
  label,
  output,
  index,
  error,
  onScore,
  onFocus,
  ...rest
}: Props) {
  const { criterion, at, locale } = rest
  const cell = useCellFocus<HTMLDivElement>(at)
  const name = inLocale(criterion.name, locale)
  const steps = Math.round((criterion.scale.max - criterion.scale.min) / criterion.scale.step) + 1
  const Scale = steps > mostButtons ? ScoreSlider : LevelButtons
  return (
    <div
      ref={cell}
      data-cell
      onFocus={() => at || onFocus(output, index)}
      className={classes(
        'relative flex min-h-9 items-center gap-x-2 gap-y-1 py-[5px] pr-3 pl-4 text-13 @max-[250px]:pr-2 @max-[250px]:pl-3',
        steps > 6 && 'flex-wrap',
        at && 'bg-accent-wash before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent',
      )}
    >
      <span
        title={name}
        className={classes(
          'min-w-0 flex-1 leading-[18px] wrap-break-word hyphens-auto',
          at ? 'font-semibold text-accent' : error ? 'text-stop' : 'text-ink-2',
        )}
      >
        {name}
      </span>
      <Scale {...rest} name={`${label} ${name}`} onScore={(value) => onScore(output, index, value)} />
    </div>
  )
})
