import { useCallback, type UIEvent } from 'react'

/** Scrolls all columns to the same share of their height as the one that is being scrolled. */
export function useLinkedScroll(linked: boolean) {
  return useCallback(
    (event: UIEvent<HTMLElement>) => {
      const moved = event.currentTarget
      // Only the column under the hand leads; the others follow silently.
      if (!linked || !moved.matches(':hover, :focus-within')) return
      const share = moved.scrollTop / Math.max(1, moved.scrollHeight - moved.clientHeight)
      for (const other of document.querySelectorAll<HTMLElement>('[data-output-text]')) {
        if (other !== moved) other.scrollTop = share * (other.scrollHeight - other.clientHeight)
      }
    },
    [linked],
  )
}
