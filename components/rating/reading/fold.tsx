'use client'

import type { ReactNode } from 'react'

type Props = {
  title: string
  open: boolean
  hotkey?: string
  onToggle: (open: boolean) => void
  children: ReactNode
}

export function Fold({ title, open, hotkey, onToggle, children }: Props) {
  return (
    <details
      open={open}
      onToggle={(event) => event.currentTarget.open !== open && onToggle(event.currentTarget.open)}
      className="group flex min-h-10 shrink flex-col overflow-y-auto border-t border-line [scrollbar-width:thin]"
    >
      <summary className="sticky top-0 flex h-10 list-none items-center gap-2 bg-paper px-4 text-13 font-medium [&::-webkit-details-marker]:hidden">
        <i
          aria-hidden
          className="size-1.5 -rotate-45 border-r-[1.5px] border-b-[1.5px] border-ink-3 group-open:-translate-y-px group-open:rotate-45"
        />
        {title}
        {hotkey ? (
          <kbd aria-hidden className="ml-auto">
            {hotkey}
          </kbd>
        ) : null}
      </summary>
      <div className="px-4 pb-4 text-14 leading-6 text-ink-2">{children}</div>
    </details>
  )
}
