import { useSyncExternalStore } from 'react'

/** Whether a media query holds now. On the server it never does; the desk draws its tasks in the browser only. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

export const phone = '(max-width: 720px)'
