import { classes } from './classes'

type Props = { value: number; max: number; label: string; className?: string }

export function ProgressBar({ value, max, label, className }: Props) {
  const percent = max > 0 ? Math.min(100, (value / max) * 100) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className={classes('h-1 w-full overflow-hidden rounded bg-line', className)}
    >
      <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
    </div>
  )
}
