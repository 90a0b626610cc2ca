'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { OwnRating, OwnRatingsTransport } from '@/lib/domain/rating/desk-transport'
import type { Draft } from '@/lib/domain/rating/draft'
import type { CorrectionInput } from '@/lib/domain/rating/rating'
import { TaskDesk } from './task-desk'
import type { DeskView } from './task-model'

type Props = {
  rating: OwnRating
  transport: OwnRatingsTransport
  onDone: (corrected: boolean) => void
}

const keepNothing = () => undefined
const nothingWrong = {}

/** An own rating on the desk again. A correction is a new revision; the one before stays on record. */
export function CorrectionDesk({ rating, transport, onDone }: Props) {
  const t = useTranslations('desk')
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const [problem, setProblem] = useState<string | null>(null)
  const [fields, setFields] = useState<Record<string, string>>(nothingWrong)

  async function submit(input: Pick<CorrectionInput, keyof Draft | 'dwellMs'>) {
    if (rating.locked) return setProblem(t('mine.isLocked'))
    setProblem(t('mine.sending'))
    const answer = await transport.correct(rating.ratingId, { revision: rating.revision, ...input })
    if (answer.ok) return onDone(true)
    setFields(answer.error.fields ?? nothingWrong)
    setProblem(t(problemKey(answer.error.code)))
  }

  const { scores, comments, cannotJudge } = rating
  return (
    <div data-own-bar className="fixed inset-0 z-10 flex flex-col bg-paper">
      <header className="flex h-12 shrink-0 items-center gap-4 border-b border-line bg-sheet px-4">
        <h1 className="min-w-0 truncate text-14">{t(rating.locked ? 'mine.reading' : 'mine.correcting')}</h1>
        <p role="status" className="ml-auto text-13 text-notice">
          {problem}
        </p>
        <Button onClick={() => onDone(false)}>{t('cancel')}</Button>
      </header>
      <TaskDesk
        task={rating.task}
        start={{ draft: { scores, comments, cannotJudge }, dwellMs: 0 }}
        fields={fields}
        view={view}
        onView={setView}
        submitWord={t('mine.saveCorrection')}
        wholeTask={false}
        onDraft={keepNothing}
        onSubmit={(input) => void submit(input)}
      />
    </div>
  )
}

function problemKey(code: string) {
  if (code === 'locked' || code === 'closed') return 'mine.isLocked'
  if (code === 'conflict') return 'mine.conflict'
  if (code === 'invalid') return 'mine.invalid'
  return code === 'unauthenticated' ? 'mine.signedOut' : 'mine.notSent'
}
