import { useEffect, useRef, type ReactNode } from 'react'

type Props = { title: string; onClose: () => void; children: ReactNode }

/** A dialogue over the desk; Escape and a press beside it close it, and the focus goes back to where it was. */
export function Modal({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      // From a cell it goes to the cell that is next by now: an answer in the dialogue may have moved on.
      const cell = before?.closest('[data-cell]') && document.querySelector('[data-cell] [tabindex="0"]')
      const target = cell ?? before
      if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      className="m-auto max-h-[90dvh] w-[min(480px,calc(100vw-32px))] overflow-y-auto rounded border border-line-strong bg-raise p-0 text-ink shadow-pop backdrop:bg-ink/25"
    >
      <div className="p-6">
        <h2 className="mb-4 text-16 leading-6">{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
