import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { DeskLine } from './line/desk-line'
import type { DeskStore, KeptDraft } from './line/desk-store'
import type { LineState } from './line/line-state'
import { startingDraft } from './starting-draft'
import { TaskDesk } from './task-desk'
import type { DeskView } from './task-model'

type Props = {
  task: BlindTask
  line: DeskLine
  store: DeskStore
  state: LineState
  view: DeskView
  setView: (view: DeskView) => void
  /** A key was pressed, and its draft kept or not. */
  wrote: (kept: boolean) => void
  /** Nothing is being written. */
  rest: () => void
  setCarried: (assignmentId: string) => void
}

const nothingWrong = {}

/** A task of the line: its draft is kept after each key, and submitting it brings the next. */
export function TaskOnLine({ task, line, store, state, view, setView, wrote, rest, setCarried }: Props) {
  const t = useTranslations('desk')
  const id = task.assignmentId
  const [start] = useState(() => startingDraft(store, task))

  const keep = useCallback(
    (draft: KeptDraft) => {
      const kept = store.keepDraft(id, draft)
      line.noteKept(kept)
      return kept
    },
    [store, line, id],
  )
  const onDraft = useCallback((draft: KeptDraft) => wrote(keep(draft)), [wrote, keep])

  useEffect(() => {
    if (!start.carriedFrom || !start.kept) return
    keep(start.kept)
    line.letGo(start.carriedFrom)
    setCarried(id)
  }, [start, keep, line, setCarried, id])
  useEffect(() => rest, [rest])

  return (
    <TaskDesk
      task={task}
      start={start.kept}
      fields={state.fields[id] ?? nothingWrong}
      view={view}
      onView={setView}
      submitWord={t('submit')}
      wholeTask
      onDraft={onDraft}
      onSubmit={(rating) => line.submit(task, rating)}
    />
  )
}
