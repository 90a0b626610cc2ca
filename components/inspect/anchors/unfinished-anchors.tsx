import { useSyncExternalStore } from 'react'
import { useTranslations } from 'next-intl'
import { keptAnchors } from './kept-anchors'

/** Says that anchors of a task were begun on this device and not saved. */
export function UnfinishedAnchors({ owner, taskId }: { owner: string; taskId: string }) {
  const t = useTranslations('inspect.anchors')
  const isBegun = useSyncExternalStore(
    onStorage,
    () => keptAnchors(owner, taskId).read() !== null,
    () => false,
  )
  return isBegun ? <span className="text-notice"> · {t('unfinished')}</span> : null
}

function onStorage(changed: () => void): () => void {
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}
