import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { scoresOnly } from '@/components/inspect/desk/scores-only'
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
  /** The study leaves the last word to a meeting. */
  byMeeting: boolean
  view: DeskView
  onView: (view: DeskView) => void
  moreKeys: readonly (readonly [string, string])[]
  onDecide: (scores: Draft['scores'], meeting: Meeting | null) => void
}

const nothingWrong = {}
const keepNothing = () => {}

/** A case on the desk: only the disputed cells are asked, and nothing of their scores is here. */
export function CaseOnDesk({ task, byMeeting, view, onView, moreKeys, onDecide }: Props) {
  const t = useTranslations('inspect.arbitration')
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const [asking, ask] = useState(false)
  useHotkeys({ m: () => ask(true) })
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
        start={null}
        fields={nothingWrong}
        view={view}
        onView={onView}
        asked={task.asked}
        submitWord={t('decide')}
        wholeTask={false}
        comments={false}
        cannotJudge={false}
        moreKeys={moreKeys}
        onDraft={keepNothing}
        onSubmit={({ scores }) => (byMeeting && !meeting ? ask(true) : onDecide(scores, meeting))}
      />
      {asking ? (
        <MeetingDialog
          meeting={meeting}
          required={byMeeting}
          onClose={() => ask(false)}
          onMeeting={(held) => {
            setMeeting(held)
            ask(false)
          }}
        />
      ) : null}
    </>
  )
}
