import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

type Props = { children: ReactNode; word: string; pending?: boolean; onNext: () => void }

/** The foot of the desk once something is decided: what keys do, and Enter for what comes next. */
export function NextBar({ children, word, pending, onNext }: Props) {
  return (
    <footer className="flex min-h-10 shrink-0 items-center gap-4 border-t border-line bg-paper py-1 pr-2 pl-4 text-12 text-ink-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">{children}</div>
      <Button
        variant="primary"
        className="h-7 font-normal max-[720px]:h-10"
        pending={pending}
        onClick={onNext}
      >
        {word}{' '}
        <kbd aria-hidden className="border-on-accent/40 bg-transparent text-on-accent max-[720px]:hidden">
          Enter
        </kbd>
      </Button>
    </footer>
  )
}
