import { useEffect, useEffectEvent } from 'react'

/** Enter from anywhere but a control goes on; one that is still held down from submitting does not count. */
export function useEnter(act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat || event.isComposing || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest('a, button, summary')) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
