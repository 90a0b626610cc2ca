import type { ReactNode } from 'react'
import { classes } from './classes'

type Tone = 'info' | 'notice' | 'stop'

const tones: Record<Tone, string> = {
  info: 'border-accent-line bg-accent-wash',
  notice: 'border-notice bg-notice-wash',
  stop: 'border-stop bg-stop-wash',
}
const titles: Record<Tone, string> = { info: 'text-accent', notice: 'text-notice', stop: 'text-stop' }

type Props = { tone: Tone; title?: ReactNode; className?: string; children?: ReactNode }

/** A sentence the reader should not miss; what went wrong is announced. */
export function Notice({ tone, title, className, children }: Props) {
  return (
    <div
      role={tone === 'stop' ? 'alert' : 'note'}
      className={classes('border-l-2 px-4 py-2 text-13 text-ink', tones[tone], className)}
    >
      {title ? <p className={classes('font-medium', titles[tone])}>{title}</p> : null}
      {children}
    </div>
  )
}
