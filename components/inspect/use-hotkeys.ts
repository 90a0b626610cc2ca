import { useEffect, useEffectEvent } from 'react'

/**
 * Keys of a page, by `event.key` in lower case. A handler that returns false leaves the key to others; text fields and
 * open dialogues keep all of theirs, buttons and links keep Enter and Space.
 */
export function useHotkeys(keys: Record<string, () => unknown>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, altKey, metaKey, isComposing, defaultPrevented, target } = event
    if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return
    if (document.querySelector('dialog[open], [role="alertdialog"]')) return
    const key = event.key.toLowerCase()
    const run = keys[key]
    if (!run || !isFree(target, key)) return
    if (run() !== false) event.preventDefault()
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isFree(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return true
  if (target.closest('input, textarea, select, [contenteditable]')) return false
  return !(['enter', ' '].includes(key) && target.closest('a, button, summary'))
}
