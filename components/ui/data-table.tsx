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

/** A column by its head; that of figures stands to the right. */
export type Column = { head: ReactNode; figures?: boolean; className?: string }

/** The usual table: one line of heads, and rows. */
export function DataTable({ columns, children, ...frame }: Props & { columns: readonly Column[] }) {
  return (
    <TableFrame {...frame}>
      <table>
        <thead>
          <tr>
            {columns.map(({ head, figures, className }, place) => (
              <th key={place} scope="col" className={classes(figures && 'num', className) || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </TableFrame>
  )
}
