import { useEffect, useRef } from 'react'

/** Brings an element of a scrolling row into view when it becomes the current one. */
export function useShown<T extends HTMLElement>(now: boolean) {
  const element = useRef<T>(null)
  useEffect(() => {
    if (now) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [now])
  return element
}
