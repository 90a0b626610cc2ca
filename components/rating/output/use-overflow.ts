import { useLayoutEffect, useRef, useState } from 'react'

/** Whether a row holds more than it can show at once. */
export function useOverflow<T extends HTMLElement>() {
  const row = useRef<T>(null)
  const [overflows, setOverflows] = useState(false)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return [row, overflows] as const
}
