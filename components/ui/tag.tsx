import type { ReactNode } from 'react'
import { classes } from './classes'

const tones = {
  plain: 'border-line-strong text-ink-2',
  accent: 'border-accent-line bg-accent-wash text-accent',
  notice: 'border-notice text-notice',
  stop: 'border-stop text-stop',
}

type Props = { tone?: keyof typeof tones; className?: string; children: ReactNode }

/** A word of state beside a name. */
export function Tag({ tone = 'plain', className, children }: Props) {
  return (
    <span
      className={classes(
        'inline-block rounded border px-1.5 text-12 leading-[18px] font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
