'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { DeskHeader } from '@/components/rating/desk-header'
import type { Progress } from '@/lib/domain/rating/blind-task'
import { useHotkeys } from '@/components/inspect/use-hotkeys'

type Props = {
  name: string
  back: { href: string; word: string }
  progress: Progress | null
  status: ReactNode
  switches: ReactNode
  onHelp: (() => void) | null
  /** What waits; shown where there is room for it. */
  queue: ReactNode
  /** What the work on the desk is about; on smaller screens it comes over the desk when asked for. */
  side: { title: string; content: ReactNode } | null
  /** The desk itself, from top to bottom. */
  children: ReactNode
}

/** The inspector's whole window: the queue, the desk, and beside it what the judging is for. */
export function DeskFrame({ name, back, progress, status, switches, onHelp, queue, side, children }: Props) {
  const t = useTranslations('inspect.frame')
  const [open, setOpen] = useState(false)
  useHotkeys({ p: () => (side ? setOpen(!open) : false), escape: () => (open ? setOpen(false) : false) })
  return (
    <div data-own-bar className="flex h-dvh flex-col overflow-hidden bg-paper">
      <DeskHeader
        name={name}
        back={back}
        progress={progress}
        status={status}
        onHelp={onHelp}
        pace={null}
        inset={false}
        switches={
          <>
            {side ? (
              <Button
                size="small"
                variant={open ? 'chosen' : 'plain'}
                aria-expanded={open}
                className="mr-2 min-[1200px]:hidden"
                onClick={() => setOpen(!open)}
              >
                {side.title}
              </Button>
            ) : null}
            {switches}
          </>
        }
      />
      <div
        className={classes(
          'relative grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)]',
          side && '[--prompt-width:248px]',
          side
            ? 'min-[1200px]:grid-cols-[168px_minmax(0,1fr)_296px]'
            : 'min-[1200px]:grid-cols-[176px_minmax(0,1fr)]',
        )}
      >
        <nav
          aria-label={t('queue')}
          className="overflow-y-auto border-r border-line-strong bg-paper [scrollbar-width:thin] max-[1200px]:hidden"
        >
          {queue}
        </nav>
        <div className="flex min-h-0 min-w-0 flex-col">{children}</div>
        {side ? (
          <aside
            aria-label={side.title}
            className={classes(
              'overflow-y-auto border-l border-line-strong bg-paper [scrollbar-width:thin]',
              'max-[1200px]:absolute max-[1200px]:inset-y-0 max-[1200px]:right-0 max-[1200px]:z-20 max-[1200px]:w-[min(344px,100%)] max-[1200px]:shadow-pop',
              !open && 'max-[1200px]:hidden',
            )}
          >
            {side.content}
          </aside>
        ) : null}
      </div>
    </div>
  )
}
