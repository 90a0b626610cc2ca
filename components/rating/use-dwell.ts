import { useCallback, useEffect, useRef } from 'react'
import { dwellAfterLeaving, dwellAfterSign, dwellAt, type Dwell } from '@/lib/domain/rating/dwell'

/** Counts the time spent on a task, on from `ms`; returns a function that reads it. */
export function useDwell(ms: number): () => number {
  const dwell = useRef<Dwell>({ ms, seenAt: null })

  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    const sign = () => void (dwell.current = dwellAfterSign(dwell.current, performance.now()))
    const leave = () => void (dwell.current = dwellAfterLeaving(dwell.current, performance.now()))
    for (const name of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchmove']) {
      window.addEventListener(name, sign, { signal, capture: true, passive: true })
    }
    document.addEventListener('visibilitychange', () => (document.hidden ? leave() : sign()), { signal })
    sign()
    return () => {
      leave()
      ending.abort()
    }
  }, [])

  return useCallback(() => Math.round(dwellAt(dwell.current, performance.now())), [])
}
