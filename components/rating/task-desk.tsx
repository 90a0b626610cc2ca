'use client'

import { useTranslations } from 'next-intl'
import { KeysDialog } from './keys/keys-dialog'
import { NarrowDesk } from './output/narrow-desk'
import { ReasonDialog } from './scoring/reason-dialog'
import { runCommand } from './keys/run-command'
import type { TaskModel } from './task-model'
import { phone, useMedia } from './use-media'
import { useDeskKeys } from './keys/use-desk-keys'
import { useTask, type TaskProps } from './use-task'
import { WideDesk } from './output/wide-desk'

/** One task on the desk, wide or in one hand. Give it the assignment's id as its key. */
export function TaskDesk(props: TaskProps) {
  const t = useTranslations('desk')
  const narrow = useMedia(phone)
  const { model, asking } = useTask(props)
  const { desk, ask, dispatch } = model
  const negative = (desk.sheet.criteria[desk.at.criterion]?.scale.min ?? 0) < 0
  useDeskKeys(negative, (command) => runCommand(model, command))

  const about = asking?.what === 'reason' ? asking.label : null
  const shown = about === null ? undefined : model.labels[desk.sheet.labels.indexOf(about)]
  const wrong = Object.values(props.fields)
  return (
    <>
      <p role="status" className="sr-only">
        {model.said}
      </p>
      {wrong.length > 0 ? (
        <p role="alert" className="border-b border-stop bg-stop-wash px-4 py-2 text-13">
          {t('sentBack')} {wrong.join('; ')}
        </p>
      ) : null}
      {narrow ? <NarrowDesk model={model} /> : <WideDesk model={model} />}
      {asking?.what === 'keys' ? (
        <KeysDialog onClose={() => ask(null)} without={keysWithout(model)} more={props.moreKeys ?? []} />
      ) : null}
      {about === null ? null : (
        <ReasonDialog
          key={about}
          output={shown ?? null}
          onWiden={
            props.wholeTask && shown !== undefined ? () => ask({ what: 'reason', label: 'task' }) : null
          }
          onClose={() => ask(null)}
          onReason={(reason) => {
            ask(null)
            dispatch({ type: 'cannotJudge', label: about, reason })
          }}
        />
      )}
    </>
  )
}

/** What the list of keys leaves out: acts that this desk does not take. */
function keysWithout({ comments, cannotJudge, wholeTask }: TaskModel) {
  return [
    ...(comments ? [] : (['helpComment'] as const)),
    ...(cannotJudge ? [] : (['helpCannotJudge'] as const)),
    ...(wholeTask ? [] : (['helpCannotJudgeTask'] as const)),
  ]
}
