import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { WaitingPanel } from '@/components/rules/waiting-panel'
import { EnrolPanel } from '@/components/study/enrol-panel'
import { Glance } from '@/components/study/glance'
import { NextStepNote } from '@/components/study/next-step-note'
import { StateTag } from '@/components/study/state-tag'
import { StudyActions } from '@/components/study/study-actions'
import { StudyFacts } from '@/components/study/study-facts'
import { StudyRecord } from '@/components/study/study-record'
import { studyGlance } from '@/lib/data/overview/study-glance'
import { isRunning } from '@/lib/domain/study/study-state'
import { requireAdmin } from '@/lib/server/actor'
import * as acts from './actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).slug }
}

export default async function StudyPage({ params }: Props) {
  const admin = await requireAdmin()
  const { slug } = await params
  const now = new Date()
  const [study, t] = await Promise.all([studyGlance(admin, slug, now), getTranslations('study')])
  if (!study) notFound()
  const { head, progress, pace, raters, candidates, waiting, chain, releases, facts } = study
  const running = isRunning(head.state)
  return (
    <Page
      title={head.name}
      lead={
        <>
          <StateTag state={head.state} /> {t('round', { round: head.round })} · {slug}
        </>
      }
      actions={
        <StudyActions
          slug={slug}
          study={facts}
          releases={releases.length}
          acts={{
            open: acts.openStudyAction,
            resume: acts.openStudyAction,
            pause: acts.pauseStudyAction,
            close: acts.closeStudyAction,
            unseal: acts.unsealStudyAction,
            publish: { ask: acts.publishAction, outcome: acts.publicationAction },
          }}
        />
      }
      wide
    >
      <div className="flex flex-col gap-4">
        <NextStepNote study={facts} />
        {head.state === 'draft' ? null : (
          <StudyFacts progress={progress} pace={pace} waiting={waiting} running={running} now={now} />
        )}
      </div>
      {head.source === 'desk' ? <WaitingPanel slug={slug} waiting={chain} /> : null}
      <Glance
        abilities={head.abilities}
        progress={progress}
        hours={pace.hours}
        raters={raters}
        running={running}
        now={now}
        enrolling={
          running || head.state === 'draft' ? (
            <EnrolPanel
              slug={slug}
              candidates={candidates}
              enrol={acts.enrolAction}
              enrolAll={acts.enrolAllAction}
            />
          ) : null
        }
      />
      <StudyRecord {...head} releases={releases} />
    </Page>
  )
}
