import { useCallback, useState } from 'react'
import type { DeskStore, KeptDraft } from '@/components/rating/line/desk-store'
import type { TaskProps } from '@/components/rating/use-task'
import type { CalibrationView, TaskFeedback } from '@/lib/domain/quality/views/calibration-view'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { DeskRefusal } from '@/lib/domain/rating/desk-transport'
import type { CalibrationTransport } from './calibration-transport'

/** What went wrong, as a key of `calibration.desk`. */
export type Trouble =
  | 'notSent'
  | 'notLoaded'
  | 'noFeedback'
  | 'invalid'
  | 'leaseLost'
  | 'signedOut'
  | 'closed'
  | 'over'
  | 'halted'

export type Place =
  | { at: 'front' }
  | { at: 'loading' }
  | { at: 'task'; task: BlindTask }
  | { at: 'feedback'; feedback: TaskFeedback; next: BlindTask | null; isLast: boolean }
  /** Something could not be fetched; `again` asks once more. */
  | { at: 'stuck'; trouble: Trouble; again: () => void }

type Parts = {
  view: CalibrationView
  transport: CalibrationTransport
  store: DeskStore
  /** There is live work at this address by now. */
  onWork: () => void
}

/**
 * A calibration from its opening page to its result. Unlike live work nothing is sent behind the rater's back: the next
 * task comes after the feedback on the one before.
 */
export function useCalibration({ view: start, transport, store, onWork }: Parts) {
  const [view, setView] = useState(start)
  const [place, setPlace] = useState<Place>({ at: 'front' })
  const [done, setDone] = useState(start.attempt?.done ?? 0)
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [fields, setFields] = useState<Record<string, string>>({})

  function show(task: BlindTask) {
    setFields({})
    setPlace({ at: 'task', task })
  }

  function stuck(error: DeskRefusal, again: () => void) {
    setPlace({ at: 'stuck', trouble: troubleOf(error, 'notLoaded'), again })
  }

  /** Where things stand now: the result of an attempt, or what a person decided meanwhile. */
  async function front() {
    setPlace({ at: 'loading' })
    const answer = await transport.view()
    if (!answer.ok) return stuck(answer.error, () => void front())
    if (answer.value) setView(answer.value)
    setDone(answer.value?.attempt?.done ?? 0)
    setPlace({ at: 'front' })
  }

  async function begin() {
    setTrouble(null)
    setPlace({ at: 'loading' })
    const answer = await transport.claim(1)
    if (!answer.ok) return stuck(answer.error, () => void begin())
    // Let in meanwhile, say because a new rubric has too few anchors: live work has a desk of its own.
    if (!answer.value.calibrates) return onWork()
    setDone(answer.value.progress.done)
    return answer.value.task ? show(answer.value.task) : front()
  }

  async function compare(assignmentId: string, rest: { next: BlindTask | null; isLast: boolean }) {
    const answer = await transport.feedback(assignmentId)
    if (answer.ok) return setPlace({ at: 'feedback', feedback: answer.value, ...rest })
    // A task that was handed back as a whole has nothing to compare.
    if (answer.error.code === 'not_found') return goOn(rest)
    const again = () => void compare(assignmentId, rest)
    setPlace({ at: 'stuck', trouble: troubleOf(answer.error, 'noFeedback'), again })
  }

  async function submit(task: BlindTask, rating: Parameters<TaskProps['onSubmit']>[0]) {
    if (sending) return
    setSending(true)
    setTrouble(null)
    const { assignmentId } = task
    const answer = await transport.submit({ assignmentId, idempotencyKey: assignmentId, ...rating })
    if (answer.ok) {
      store.forget(assignmentId)
      const { progress, task: next } = answer.value
      setDone(progress.done)
      await compare(assignmentId, { next, isLast: progress.left === 0 })
    } else await refused(answer.error)
    // Not before: until the feedback is there, the desk is, and takes Enter.
    setSending(false)
  }

  async function refused(error: DeskRefusal) {
    setTrouble(troubleOf(error, 'notSent'))
    setFields(error.fields ?? {})
    if (error.code !== 'lease_lost') return
    const answer = await transport.claim(1)
    if (answer.ok && answer.value.calibrates && answer.value.task)
      setPlace({ at: 'task', task: answer.value.task })
  }

  function goOn({ next, isLast }: { next: BlindTask | null; isLast: boolean }) {
    if (isLast) return void front()
    if (next) return show(next)
    void begin()
  }

  const keep = useCallback((id: string, kept: KeptDraft) => void store.keepDraft(id, kept), [store])
  return { view, place, done, sending, trouble, fields, begin: () => void begin(), submit, goOn, keep }
}

function troubleOf({ code, because }: DeskRefusal, otherwise: Trouble): Trouble {
  if (because === 'calibration_over') return 'over'
  if (code === 'closed' && because !== undefined && because !== 'study_closed') return 'halted'
  if (code === 'invalid') return 'invalid'
  if (code === 'lease_lost') return 'leaseLost'
  if (code === 'unauthenticated') return 'signedOut'
  return code === 'closed' || code === 'locked' ? 'closed' : otherwise
}
