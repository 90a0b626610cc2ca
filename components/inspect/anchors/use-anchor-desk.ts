import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import { useHotkeys } from '@/components/inspect/use-hotkeys'
import type { AnchorTransport } from '@/components/inspect/transports'
import { useRefused } from '@/components/inspect/use-refused'
import {
  cellOf,
  cellsToSend,
  changedLabels,
  draftOf,
  withCell,
  type AnchorDraft,
  type CellDraft,
} from './anchor-draft'
import { problemsOf } from './anchor-problems'
import { hasDigits } from './expert-scores'
import { draftToGoOn, keptAnchors } from './kept-anchors'

export type AnchorDeskProps = {
  anchored: AnchorTask
  /** How far experts may lie apart, in calibration steps. */
  expertRange: number
  transport: AnchorTransport
  /** An opaque word for the inspector, under which drafts are kept on this device. */
  owner: string
  onDone: (changed: boolean) => void
}

/** Anchors of one task being written: which cell the keys go to, what is wrong, and saving. */
export function useAnchorDesk({ anchored, expertRange, transport, owner, onDone }: AnchorDeskProps) {
  const t = useTranslations('inspect.anchors')
  const refused = useRefused()
  const { task, taskId } = anchored
  const { criteria, version } = task.rubric
  const [before] = useState(() => draftOf(anchored))
  const [kept] = useState(() => keptAnchors(owner, taskId))
  const [draft, setDraft] = useState(() => draftToGoOn(kept.read(), { before, rubricVersion: version }))
  const [at, setAt] = useState({ output: 0, criterion: 0 })
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const label = task.outputs[at.output]?.label ?? 'A'
  const criterion = criteria[at.criterion]
  const problemsAt = (one: string) => problemsOf(draft, one, { rubric: task.rubric, expertRange })

  function setCell(id: string, cell: CellDraft) {
    const next = withCell(draft, [label, id], cell)
    setDraft(next)
    kept.keep({ before, draft: next, rubricVersion: version })
  }
  function focus(output: number, index: number) {
    const within = (place: number, length: number) => Math.max(0, Math.min(length - 1, place))
    setAt({ output: within(output, task.outputs.length), criterion: within(index, criteria.length) })
  }

  /** Saved, or given up: either way there is nothing to keep. */
  function leave(changed: boolean) {
    kept.drop()
    onDone(changed)
  }

  async function save() {
    if (sending) return
    const labels = changedLabels(draft, before)
    if (labels.length === 0) return leave(false)
    setTried(true)
    const wrong = labels.find((one) => !isSound(draft, one, problemsAt(one)))
    if (wrong !== undefined) {
      const found = problemsAt(wrong)
      const open = criteria.findIndex(
        ({ id }) => (found[id]?.length ?? 0) > 0 || !hasReason(draft, wrong, id),
      )
      focus(
        task.outputs.findIndex((output) => output.label === wrong),
        open,
      )
      return setProblem(t('notSound'))
    }
    setSending(true)
    const outputs = Object.fromEntries(labels.map((one) => [one, cellsToSend(draft, one)]))
    const answer = await transport.save({ taskId, rubricVersion: version, outputs })
    setSending(false)
    if (!answer.ok) return setProblem(refused(answer.error))
    leave(true)
  }

  async function withdraw(): Promise<string | null> {
    const anchorId = anchored.anchors[label]?.anchorId
    if (anchorId === undefined) return null
    const answer = await transport.withdraw(anchorId)
    if (!answer.ok) return refused(answer.error)
    leave(true)
    return null
  }

  const type = (digit: number) => {
    if (!criterion || !hasDigits(criterion.scale)) return false
    if (digit < criterion.scale.min || digit > criterion.scale.max) return false
    const cell = cellOf(draft, label, criterion.id)
    setCell(criterion.id, { ...cell, scores: [...cell.scores, digit], band: null })
    return true
  }
  useHotkeys({
    ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String(digit), () => type(digit)])),
    backspace: () => {
      if (!criterion) return false
      const cell = cellOf(draft, label, criterion.id)
      setCell(criterion.id, { ...cell, scores: cell.scores.slice(0, -1), band: null })
    },
    arrowdown: () => focus(at.output, at.criterion + 1),
    arrowup: () => focus(at.output, at.criterion - 1),
    arrowright: () => focus(at.output + 1, at.criterion),
    arrowleft: () => focus(at.output - 1, at.criterion),
    c: () => writeReason(at.criterion),
    enter: () => void save(),
  })

  return { draft, at, label, tried, problem, sending, problemsAt, setCell, focus, save, leave, withdraw }
}

function writeReason(criterion: number): void {
  document.querySelectorAll<HTMLElement>('[data-reason]')[criterion]?.focus()
}

function hasReason(draft: AnchorDraft, label: string, criterion: string): boolean {
  const { zh, en } = cellOf(draft, label, criterion)
  return zh.trim() !== '' || en.trim() !== ''
}

function isSound(draft: AnchorDraft, label: string, problems: ReturnType<typeof problemsOf>): boolean {
  return Object.entries(problems).every(([id, found]) => found.length === 0 && hasReason(draft, label, id))
}
