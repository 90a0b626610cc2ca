import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DeskTransport } from '@/lib/domain/rating/desk-transport'
import { DeskLine } from './line/desk-line'
import { DeskStore } from './line/desk-store'
import { exclusively } from './line/exclusively'
import { browserTexts, type KeptTexts } from './line/kept-texts'
import { lineAtStart } from './line/line-state'

/** The task on the desk, the next one while this is rated, and one more for a slow or broken network. */
const hold = 3
const tendEveryMs = 5000
const awayAfterMs = 300_000

type Options = {
  transport: DeskTransport
  owner: string
  slug: string
  texts?: KeptTexts | undefined
  onCalibrates?: (() => void) | undefined
}

/** The line of work of one study in this tab, alive as long as the desk is shown. */
export function useDeskLine({ transport, owner, slug, texts, onCalibrates }: Options) {
  const parts = useMemo(() => {
    const store = new DeskStore(texts ?? browserTexts(), owner, slug)
    const alone = (work: () => Promise<void>) => exclusively(`mangping.desk.${owner}.${slug}`, work)
    const line = new DeskLine({
      transport,
      store,
      hold,
      clock: Date.now,
      random: Math.random,
      exclusively: alone,
      onCalibrates,
    })
    return { line, store }
  }, [transport, owner, slug, texts, onCalibrates])
  const state = useSyncExternalStore(parts.line.subscribe, parts.line.snapshot, () => lineAtStart)

  useEffect(() => keepGoing(parts.line, parts.store), [parts])
  return { ...parts, state }
}

/** Starts the line and wakes it when the network, this tab, or another tab gives reason to. */
function keepGoing(line: DeskLine, store: DeskStore): () => void {
  let activeAt = Date.now()
  const ending = new AbortController()
  const { signal } = ending
  const active = () => void (activeAt = Date.now())
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'scroll']) {
    window.addEventListener(sign, active, { signal, capture: true, passive: true })
  }
  window.addEventListener('online', () => line.refresh(), { signal })
  window.addEventListener('storage', ({ key }) => store.ownsQueue(key) && line.refresh(), { signal })
  document.addEventListener('visibilitychange', () => document.hidden || line.refresh(), { signal })
  const tending = setInterval(() => Date.now() - activeAt < awayAfterMs && void line.tend(), tendEveryMs)
  line.start()
  return () => {
    ending.abort()
    clearInterval(tending)
    line.stop()
  }
}
