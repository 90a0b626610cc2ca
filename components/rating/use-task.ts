import { useEffect, useReducer, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { deskAfter, openDesk } from '@/lib/domain/rating/desk-state'
import { missingIn, ratingFrom, sheetOf, type Draft } from '@/lib/domain/rating/draft'
import type { RatingInput } from '@/lib/domain/rating/rating'
import { shownLabels } from '@/lib/domain/rating/shown-label'
import type { KeptDraft } from './line/desk-store'
import type { Asking, DeskView, TaskModel } from './task-model'
import { useDwell } from './use-dwell'

export type TaskProps = {
  task: BlindTask
  /** What was put down before. */
  start: KeptDraft | null
  fields: Record<string, string>
  view: DeskView
  submitWord: string
  wholeTask: boolean
  /** Criteria to score, by label, where it is not all of them. */
  asked?: Readonly<Record<string, readonly string[]>> | undefined
  /** Whether comments can be written, and outputs said to be beyond judging. */
  comments?: boolean
  cannotJudge?: boolean
  /** Keys of the page around the desk, for the list of keys. */
  moreKeys?: readonly (readonly [string, string])[]
  onView: (view: DeskView) => void
  /** After each key: keep this. */
  onDraft: (kept: KeptDraft) => void
  onSubmit: (rating: Pick<RatingInput, keyof Draft | 'dwellMs'>) => void
}

/** How long a half-typed number waits for its next digit. */
const settleAfterMs = 1200

export function useTask(props: TaskProps) {
  const { task, start, onDraft, asked, comments = true, cannotJudge = true } = props
  const t = useTranslations('desk')
  const locale = useLocale()
  const [desk, dispatch] = useReducer(deskAfter, null, () =>
    openDesk({ ...sheetOf(task), ...(asked ? { asked } : {}) }, start?.draft),
  )
  const [commenting, comment] = useState<number | null>(null)
  const [asking, ask] = useState<Asking>(null)
  const [said, say] = useState('')
  const dwell = useDwell(start?.dwellMs ?? 0)
  const labels = shownLabels(task.outputs.length, locale)
  const missing = missingIn(desk.sheet, desk.draft)

  const lastDraft = useRef(desk.draft)
  useEffect(() => {
    if (lastDraft.current === desk.draft) return
    lastDraft.current = desk.draft
    say('')
    onDraft({ draft: desk.draft, dwellMs: dwell() })
  }, [desk.draft, dwell, onDraft])

  useEffect(() => {
    if (desk.typed === '') return
    const timer = setTimeout(() => dispatch({ type: 'settle' }), settleAfterMs)
    return () => clearTimeout(timer)
  }, [desk.typed])

  function submit() {
    const [first] = missing
    if (!first) return props.onSubmit({ ...ratingFrom(desk.sheet, desk.draft), dwellMs: dwell() })
    dispatch({ type: 'focus', at: first.at })
    if (first.kind === 'comment') comment(first.at.output)
    say(
      first.kind === 'comment'
        ? t('saidComment', { label: labels[first.at.output] ?? '' })
        : t('saidMissing', { count: missing.length }),
    )
  }

  const { fields, view, submitWord, wholeTask, onView: setView } = props
  const model: TaskModel = {
    task,
    desk,
    labels,
    locale,
    view,
    commenting,
    fields,
    submitWord,
    wholeTask,
    said,
    comments,
    cannotJudge,
    missing: missing.length,
    dispatch,
    setView,
    comment,
    ask,
    submit,
  }
  return { model, asking }
}
