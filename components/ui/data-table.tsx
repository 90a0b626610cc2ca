import type { ReactNode } from 'react'
import { classes } from './classes'

type Props = { label: string; className?: string; children: ReactNode }

/** A plain `<table>` in a hairline frame that scrolls sideways, by keyboard too; right-align figures with `num`. */
export function TableFrame({ label, className, children }: Props) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={classes('table-frame relative overflow-x-auto border border-line bg-sheet', className)}
    >
      {children}
    </div>
  )
}
