import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnchorsView } from '@/components/inspect/anchors/anchors-view'
import { StudyNav } from '@/components/inspect/study-nav'
import { Page } from '@/components/layout/page'
import { anchorTasks } from '@/lib/data/calibration/anchors/anchor-tasks'
import { anchorSupply } from '@/lib/data/calibration/anchors/supply'
import { waitingCalibrations } from '@/lib/data/calibration/attempts/waiting'
import { draftKeyOf } from '@/lib/data/desk/draft-key'
import { requireInspector } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'
import { studyName } from '@/lib/data/quality/inspectable-studies'
import { LiveAnchors, LiveCalibrations } from './live-anchors'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect.anchors'))('title') }
}

export default async function AnchorsPage({ params }: Props) {
  const inspector = await requireInspector()
  const { slug } = await params
  const name = await orNotFound(studyName(inspector, slug))
  const [supply, first, waiting, t] = await Promise.all([
    anchorSupply(inspector, slug),
    anchorTasks(inspector, slug, null),
    waitingCalibrations(inspector, slug),
    getTranslations('inspect.anchors'),
  ])
  return (
    <Page title={name} lead={t('lead')} wide>
      <StudyNav slug={slug} room="anchors" />
      <AnchorsView
        supply={supply}
        criteria={first.tasks[0]?.task.rubric.criteria ?? []}
        calibrations={
          waiting.length === 0 ? null : (
            <LiveCalibrations slug={slug} waiting={waiting} now={new Date().toISOString()} />
          )
        }
        tasks={
          <LiveAnchors
            slug={slug}
            first={first}
            expertRange={supply.rules.expert_range}
            owner={draftKeyOf(inspector)}
          />
        }
      />
    </Page>
  )
}
