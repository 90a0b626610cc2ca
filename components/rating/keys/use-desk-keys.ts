import { useEffect, useEffectEvent } from 'react'
import { commandOf, type DeskCommand } from '@/lib/domain/rating/desk-keys'

/**
 * The desk's keyboard. `run` says whether it took the command; what it did not take stays the browser's. Text fields
 * keep all their keys, other controls keep those that work them.
 */
export function useDeskKeys(negative: boolean, run: (command: DeskCommand) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
    const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event
    const stroke = { key, code, shift: shiftKey, ctrl: ctrlKey, alt: altKey, meta: metaKey }
    const command = commandOf(stroke, negative)
    if (!command || !isOurs(event.target, command)) return
    if (run(command)) event.preventDefault()
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isOurs(target: EventTarget | null, command: DeskCommand): boolean {
  if (!(target instanceof Element) || target.closest('[data-cell]')) return true
  if (target.closest('input, textarea, select, [contenteditable]')) return false
  const control = target.closest('a, button, summary, [role="tab"]') !== null
  return !(control && ['submit', 'read', 'walk', 'move'].includes(command.does))
}
