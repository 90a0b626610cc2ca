import { useCallback, useEffect, useState } from 'react'

/** "Typing" for a moment after each key, then what became of it. */
export function useWriting() {
  const [writing, setWriting] = useState<{ typing: boolean; kept: boolean } | null>(null)
  useEffect(() => {
    if (!writing?.typing) return
    const timer = setTimeout(() => setWriting({ ...writing, typing: false }), 500)
    return () => clearTimeout(timer)
  }, [writing])
  const wrote = useCallback((kept: boolean) => setWriting({ typing: true, kept }), [])
  const rest = useCallback(() => setWriting(null), [])
  return { writing, wrote, rest }
}
