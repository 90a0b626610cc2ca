import type { ReactNode } from 'react'

type Props = { title: ReactNode; note?: ReactNode; actions?: ReactNode; id?: string; children: ReactNode }

/** A part of a page: its title, what to know about it, what can be done, and the part itself. */
export function Section({ title, note, actions, id, children }: Props) {
  return (
    <section id={id} className="mt-8 flex flex-col gap-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h2 className="text-14">{title}</h2>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {note ? <p className="max-w-prose text-13 text-ink-2">{note}</p> : null}
      {children}
    </section>
  )
}
