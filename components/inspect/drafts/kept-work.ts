import type { KeptTexts } from '@/components/rating/line/kept-texts'

export type WorkName = {
  /** An opaque word for the inspector: another person on the same browser never sees these. */
  owner: string
  desk: 'anchor' | 'lot' | 'case' | 'meeting'
  /** What lies on that desk. */
  id: string
}

/** One piece of work that is not committed yet, kept on this device. */
export type KeptWork<T> = { read: () => T | null; keep: (work: T) => void; drop: () => void }

export function keptWork<T>(texts: KeptTexts, { owner, desk, id }: WorkName): KeptWork<T> {
  const name = `mangping.inspect.${owner}.${desk}.${id}`
  return {
    read: () => {
      const text = texts.get(name)
      if (text === null) return null
      try {
        const kept: T = JSON.parse(text)
        return kept
      } catch {
        return null // cut short by a crash
      }
    },
    keep: (work) => void texts.set(name, JSON.stringify(work)),
    drop: () => texts.remove(name),
  }
}
