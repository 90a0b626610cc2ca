import { useCallback, useState } from 'react'
import { browserTexts } from '@/components/rating/line/kept-texts'
import type { KeptDraft } from '@/components/rating/line/desk-store'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { keptTask, startFrom, type Asked, type KeptTask } from './kept-task'
import { keptWork, type WorkName } from './kept-work'

/** A task with its draft: as it was left on this device, kept after each key, dropped once it is committed. */
export function useKeptTask(name: WorkName, { task, asked }: { task: BlindTask; asked?: Asked }) {
  const [work] = useState(() => keptWork<KeptTask>(browserTexts(), name))
  const [start] = useState(() => startFrom(work.read(), task, asked))
  const onDraft = useCallback((kept: KeptDraft) => work.keep(keptTask(kept, task)), [work, task])
  return { start, onDraft, drop: work.drop }
}
