'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TaskDesk } from '@/components/rating/task-desk'
import type { DeskView } from '@/components/rating/task-model'
import { useCorrection, type CorrectionProps } from './use-correction'

/** An own rating on the desk again. A correction is a new revision; the one before stays on record. */
export function CorrectionDesk(props: CorrectionProps) {
  const t = useTranslations('desk')
  const { task, locked } = props.rating
  const { start, problem, fields, keep, submit, cancel } = useCorrection(props)
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  return (
    <div data-own-bar className="fixed inset-0 z-10 flex flex-col bg-paper">
      <header className="flex h-12 shrink-0 items-center gap-4 border-b border-line bg-sheet px-4">
        <h1 className="min-w-0 truncate text-14">{t(locked ? 'mine.reading' : 'mine.correcting')}</h1>
        <p role="status" className="ml-auto text-13 text-notice">
          {problem}
        </p>
        <Button onClick={cancel}>{t('cancel')}</Button>
      </header>
      <TaskDesk
        task={task}
        start={start}
        fields={fields}
        view={view}
        onView={setView}
        submitWord={t('mine.saveCorrection')}
        wholeTask={false}
        onDraft={keep}
        onSubmit={(input) => void submit(input)}
      />
    </div>
  )
}
