import { classes } from '@/components/ui/classes'

type Props = { done: number; of: number; text: string }

/** One small square per criterion, filled when scored: how far an output is, without saying how it fares. */
export function Pips({ done, of, text }: Props) {
  return (
    <span className="inline-flex items-center gap-[3px]">
      <span className="sr-only">{text}</span>
      {of <= 8 ? (
        Array.from({ length: of }, (_, index) => (
          <i
            key={index}
            aria-hidden
            className={classes('size-1.5 border', index < done ? 'border-ink-2 bg-ink-2' : 'border-control')}
          />
        ))
      ) : (
        <span aria-hidden className="text-12 text-ink-3">
          {done}/{of}
        </span>
      )}
    </span>
  )
}
