import { useRef, type TouchEvent } from 'react'

const farEnough = 56

/** A finger drawn sideways: 1 to the next, -1 to the one before. Tables and code that scroll sideways keep the gesture. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0]
      from.current = touch && !scrollsSideways(event.target) ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: (event: TouchEvent) => {
      const [start, touch] = [from.current, event.changedTouches[0]]
      if (!start || !touch) return
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
      if (Math.abs(x) > farEnough && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1)
    },
  }
}

function scrollsSideways(target: EventTarget): boolean {
  const element = target instanceof Element ? target.closest('pre, table, math') : null
  return element !== null && element.scrollWidth > element.clientWidth
}
