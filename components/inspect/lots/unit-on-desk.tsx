import { useTranslations } from 'next-intl'
import { scoresOnly } from '@/components/inspect/desk/scores-only'
import { useKeptTask } from '@/components/inspect/drafts/use-kept-task'
import { TaskDesk } from '@/components/rating/task-desk'
import type { DeskView } from '@/components/rating/task-model'
import type { InspectionTask } from '@/lib/domain/quality/views/lot-view'
import type { Draft } from '@/lib/domain/rating/draft'

type Props = {
  unit: InspectionTask
  owner: string
  view: DeskView
  onView: (view: DeskView) => void
  moreKeys: readonly (readonly [string, string])[]
  /** Whether it is committed. */
  onCommit: (said: Pick<Draft, 'scores' | 'cannotJudge'>) => Promise<boolean>
}

const nothingWrong = {}

/** A unit on the desk: one output, and nothing of the rating under inspection. What is written outlives a reload. */
export function UnitOnDesk({ unit, owner, view, onView, moreKeys, onCommit }: Props) {
  const t = useTranslations('inspect.lots')
  const kept = useKeptTask({ owner, desk: 'lot', id: unit.inspectionId }, unit)
  return (
    <TaskDesk
      task={scoresOnly(unit.task)}
      start={kept.start}
      fields={nothingWrong}
      view={view}
      onView={onView}
      submitWord={t('commit')}
      wholeTask={false}
      comments={false}
      moreKeys={moreKeys}
      onDraft={kept.onDraft}
      onSubmit={(said) => void onCommit(said).then((committed) => (committed ? kept.drop() : undefined))}
    />
  )
}
