'use client'

import { AlertDialog } from 'radix-ui'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Button, buttonClass } from './button'

type Props = {
  trigger: ReactElement
  title: string
  confirm: string
  cancel: string
  tone?: 'stop'
  /** Does it; a returned sentence is shown and keeps the dialog open. */
  onConfirm: () => Promise<string | null>
  children?: ReactNode
}

/** Says what an act means and what cannot be undone, before it is done. */
export function ConfirmDialog({ trigger, title, confirm, cancel, tone, onConfirm, children }: Props) {
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function run() {
    setPending(true)
    setError(null)
    try {
      const refused = await onConfirm()
      if (refused === null) setOpen(false)
      else setError(refused)
    } finally {
      setPending(false)
    }
  }

  function change(next: boolean) {
    if (pending) return
    setError(null)
    setOpen(next)
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(10_20_22/45%)]" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(480px,calc(100vw-32px))] -translate-1/2 overflow-y-auto rounded border border-line-strong bg-raise p-6 shadow-pop">
          <AlertDialog.Title className="text-16">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-2 flex flex-col gap-2 text-14 text-ink-2">{children}</div>
          </AlertDialog.Description>
          {error ? (
            <p role="alert" className="mt-3 rounded bg-stop-wash px-3 py-2 text-13 text-stop">
              {error}
            </p>
          ) : null}
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel className={buttonClass('plain')}>{cancel}</AlertDialog.Cancel>
            <Button variant={tone ?? 'primary'} pending={pending} onClick={run}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
