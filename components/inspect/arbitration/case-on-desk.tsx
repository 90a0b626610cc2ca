import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { scoresOnly } from '@/components/inspect/desk/scores-only'
import { useKeptMeeting } from '@/components/inspect/drafts/use-kept-meeting'
import { useKeptTask } from '@/components/inspect/drafts/use-kept-task'
import type { Meeting } from '@/components/inspect/transports'
import { useHotkeys } from '@/components/inspect/use-hotkeys'
import { TaskDesk } from '@/components/rating/task-desk'
import type { DeskView } from '@/components/rating/task-model'
import type { ArbitrationTask } from '@/lib/domain/quality/views/arbitration-view'
import type { Draft } from '@/lib/domain/rating/draft'
import { CaseBar } from './case-bar'
import { MeetingDialog } from './meeting-dialog'

type Props = {
  task: ArbitrationTask
  owner: string
  /** The study leaves the last word to a meeting. */
  byMeeting: boolean
  view: DeskView
  onView: (view: DeskView) => void
  moreKeys: readonly (readonly [string, string])[]
  /** Whether it is decided. */
  onDecide: (scores: Draft['scores'], meeting: Meeting | null) => Promise<boolean>
}

const nothingWrong = {}

/** A case on the desk: only the disputed cells are asked, nothing of their scores is here, and a reload loses nothing. */
export function CaseOnDesk({ task, owner, byMeeting, view, onView, moreKeys, onDecide }: Props) {
  const t = useTranslations('inspect.arbitration')
  const kept = useKeptTask({ owner, desk: 'case', id: task.caseId }, task)
  const { meeting, ...minutes } = useKeptMeeting(owner, task.caseId)
  const [asking, ask] = useState(false)
  useHotkeys({ m: () => ask(true) })

  async function decide(scores: Draft['scores']) {
    if (byMeeting && !meeting) return ask(true)
    if (!(await onDecide(scores, meeting))) return
    kept.drop()
    minutes.drop()
  }

  const cells = Object.values(task.asked).reduce((sum, criteria) => sum + criteria.length, 0)
  return (
    <>
      <CaseBar
        cells={cells}
        outputs={task.task.outputs.length}
        meeting={meeting}
        required={byMeeting}
        onMeeting={() => ask(true)}
      />
      <TaskDesk
        task={scoresOnly(task.task)}
        start={kept.start}
        fields={nothingWrong}
        view={view}
        onView={onView}
        asked={task.asked}
        submitWord={t('decide')}
        wholeTask={false}
        comments={false}
        cannotJudge={false}
        moreKeys={moreKeys}
        onDraft={kept.onDraft}
        onSubmit={({ scores }) => void decide(scores)}
      />
      {asking ? (
        <MeetingDialog
          meeting={meeting}
          text={minutes.text}
          onText={minutes.write}
          required={byMeeting}
          onClose={() => ask(false)}
          onMeeting={(held) => {
            minutes.hold(held)
            ask(false)
          }}
        />
      ) : null}
    </>
  )
}
