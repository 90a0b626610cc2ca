import { useEffect, type ReactNode } from 'react'

/** Work that is on its way to the server: until the answer comes, no key and no press changes what was sent. */
export function Held({ held, children }: { held: boolean; children: ReactNode }) {
  useEffect(() => {
    if (!held) return
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', keep, true)
    return () => window.removeEventListener('keydown', keep, true)
  }, [held])
  return (
    <div inert={held} aria-busy={held} className="contents">
      {children}
    </div>
  )
}
