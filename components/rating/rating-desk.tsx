'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { DeskTransport } from '@/lib/domain/rating/desk-transport'
import { DeskBars } from './desk-bars'
import { DeskHeader } from './desk-header'
import { Ending } from './ending'
import { KeysDialog } from './keys/keys-dialog'
import type { KeptTexts } from './line/kept-texts'
import type { LineState } from './line/line-state'
import { LostDrafts } from './own/lost-drafts'
import { SaveStatus, type SaveState } from './save-status'
import type { DeskView } from './task-model'
import { TaskOnLine } from './task-on-line'
import { useDeskLine } from './use-desk-line'
import { useOnline } from './use-online'
import { useWriting } from './use-writing'

type Props = {
  transport: DeskTransport
  /** An opaque word for the rater, under which drafts are kept on this device. */
  owner: string
  slug: string
  name: string
  hrefs: { back: string; mine: string; signIn: string }
  switches?: ReactNode
  /** Where drafts are kept; the browser's storage unless said otherwise. */
  texts?: KeptTexts
  /** A calibration has to come first. */
  onCalibrates?: () => void
  /** Inside another page: no bar of its own, no way back. */
  inset?: boolean
}

export function RatingDesk({ transport, owner, slug, name, hrefs, switches, inset, ...on }: Props) {
  const t = useTranslations('desk')
  const { line, store, state } = useDeskLine({ transport, owner, slug, ...on })
  const online = useOnline()
  const { writing, wrote, rest } = useWriting()
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const [help, setHelp] = useState(false)
  const [carried, setCarried] = useState<string | null>(null)
  const [task] = state.tasks
  return (
    <div
      {...(inset ? {} : { 'data-own-bar': true })}
      className={classes(
        'flex flex-col overflow-hidden bg-paper',
        inset ? 'h-[calc(100dvh-6rem)] min-h-[520px]' : 'h-dvh',
      )}
    >
      <DeskHeader
        name={name}
        back={inset ? null : { href: hrefs.back, word: t('back') }}
        progress={shownProgress(state)}
        pace={state.pace.tasks > 0 ? Math.round(state.pace.ms / state.pace.tasks / 1000) : null}
        status={<SaveStatus state={saveState(state, writing)} />}
        switches={switches}
        onHelp={() => setHelp(true)}
        inset={inset ?? false}
      />
      <DeskBars
        state={state}
        online={online}
        signInHref={hrefs.signIn}
        carried={carried !== null && carried === task?.assignmentId}
      />
      <LostDrafts lost={state.lost} onLetGo={(lost) => line.letGo(lost)} />
      {task ? (
        <TaskOnLine
          key={task.assignmentId}
          task={task}
          line={line}
          store={store}
          state={state}
          view={view}
          setView={setView}
          wrote={wrote}
          rest={rest}
          setCarried={setCarried}
        />
      ) : (
        <Ending state={state} mineHref={hrefs.mine} onAgain={() => line.refresh()} />
      )}
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </div>
  )
}

/** What waits on this device is done work too. */
function shownProgress({ progress, waiting }: LineState): LineState['progress'] {
  return progress && { done: progress.done + waiting, left: Math.max(0, progress.left - waiting) }
}

function saveState(state: LineState, writing: { typing: boolean; kept: boolean } | null): SaveState {
  if (writing?.typing) return 'typing'
  if (writing || state.waiting > 0) return state.kept ? 'kept' : 'unkept'
  return state.pace.tasks > 0 ? 'saved' : 'nothing'
}
