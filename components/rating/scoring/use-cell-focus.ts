import { useEffect, useRef } from 'react'

/** The keyboard's focus follows the cell that is to be scored, but never leaves a text field or a dialogue. */
export function useCellFocus<T extends HTMLElement>(at: boolean) {
  const cell = useRef<T>(null)
  useEffect(() => {
    const active = document.activeElement
    if (!at || active?.closest('dialog, textarea, input:not([type="range"])')) return
    const target = cell.current?.querySelector<HTMLElement>('[tabindex="0"]')
    target?.focus({ preventScroll: true })
    cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  return cell
}
