import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

type Props = {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** For tables and studies at a glance; else a measure that reads well. */
  wide?: boolean
  children: ReactNode
}

/** One page: its title, what it is about, what can be done, and the rest. */
export function Page({ title, lead, actions, wide, children }: Props) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classes('mx-auto w-full p-4 outline-none sm:p-6', wide ? 'max-w-[1280px]' : 'max-w-[800px]')}
    >
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-20 wrap-anywhere">{title}</h1>
          {lead ? <div className="mt-1 text-13 text-ink-2">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </main>
  )
}
