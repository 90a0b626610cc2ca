'use client'

import { useMemo, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { DeskHeader } from '@/components/rating/desk-header'
import { DeskFrame } from '@/components/rating/ending'
import { DeskStore } from '@/components/rating/line/desk-store'
import { browserTexts } from '@/components/rating/line/kept-texts'
import { TaskDesk } from '@/components/rating/task-desk'
import type { DeskView } from '@/components/rating/task-model'
import { Button } from '@/components/ui/button'
import type { CalibrationView } from '@/lib/domain/quality/views/calibration-view'
import type { CalibrationTransport } from './calibration-transport'
import { FeedbackView } from './feedback-view'
import { FrontPage } from './front-page'
import { useCalibration } from './use-calibration'

type Props = {
  start: CalibrationView
  transport: CalibrationTransport
  /** An opaque word for the rater, under which drafts are kept on this device. */
  owner: string
  switches: ReactNode
  onWork: () => void
}

/** A calibration: what it is, the same desk, feedback after each task, and what came of it. */
export function CalibrationRoom({ start, transport, owner, switches, onWork }: Props) {
  const t = useTranslations('calibration')
  const [deskView, setDeskView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const store = useMemo(() => new DeskStore(browserTexts(), owner, start.slug), [owner, start.slug])
  const calibration = useCalibration({ view: start, transport, store, onWork })
  const { view, place, done, sending, trouble, fields } = calibration
  const { attempt } = view
  const isWorking = place.at !== 'front' && attempt !== null
  const line = attempt ? t('desk.attempt', { number: attempt.number, of: attempt.of }) : t('title')
  return (
    <div data-own-bar className="flex h-dvh flex-col overflow-hidden bg-paper">
      <DeskHeader
        name={`${view.name} · ${line}`}
        back={{ href: '/rate', word: t('back') }}
        progress={isWorking ? { done, left: Math.max(0, attempt.tasks - done) } : null}
        pace={null}
        status={
          <span role="status" className={trouble ? 'text-notice' : undefined}>
            {sending ? t('desk.sending') : trouble && place.at === 'task' ? t(`desk.${trouble}`) : ''}
          </span>
        }
        switches={switches}
        onHelp={null}
        inset={false}
      />
      {place.at === 'front' ? (
        <FrontPage view={view} onBegin={calibration.begin} onWork={onWork} />
      ) : place.at === 'loading' ? (
        <DeskFrame text={t('desk.loading')} />
      ) : place.at === 'task' ? (
        <TaskDesk
          key={place.task.assignmentId}
          task={place.task}
          start={store.draft(place.task.assignmentId)}
          fields={fields}
          view={deskView}
          onView={setDeskView}
          submitWord={t('desk.submit')}
          wholeTask={false}
          onDraft={(kept) => calibration.keep(place.task.assignmentId, kept)}
          onSubmit={(rating) => void calibration.submit(place.task, rating)}
        />
      ) : place.at === 'feedback' ? (
        <FeedbackView
          key={place.feedback.task.assignmentId}
          feedback={place.feedback}
          isLast={place.isLast}
          onNext={() => calibration.goOn(place)}
        />
      ) : (
        <main id="main" className="grid flex-1 place-items-center p-6 text-center">
          <div className="max-w-[440px]">
            <p role="alert" className="text-14 leading-6">
              {t(`desk.${place.trouble}`)}
            </p>
            <Button className="mt-4" onClick={place.again}>
              {t('desk.again')}
            </Button>
          </div>
        </main>
      )}
    </div>
  )
}
