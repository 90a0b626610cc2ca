import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { OwnStudyRow } from '@/components/rating/own/own-study-row'
import { calibrationDesk } from '@/lib/data/calibration/attempts/own-calibration'
import { deskOf } from '@/lib/data/desk/overview'
import { whatNext } from '@/lib/domain/rating/what-next'
import { requireRater } from '@/lib/server/actor'
import { LiveCalibration } from './calibration/live-calibration'
import { DeskSwitches } from './desk-switches'
import { LiveDesk } from './live-desk'
import { SheetLink } from './sheet-link'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rater = await requireRater()
  return { title: (await deskOf(rater, (await params).slug))?.name ?? null }
}

export default async function DeskPage({ params }: Props) {
  const rater = await requireRater()
  const desk = await deskOf(rater, (await params).slug)
  if (!desk) notFound()
  const next = whatNext(desk)
  if (next === 'draft' || next === 'resting') {
    return (
      <Page title={(await getTranslations('rate'))('title')}>
        <ClientMessages namespaces={['rate']}>
          <ul className="border-t border-line">
            <OwnStudyRow study={desk} />
          </ul>
        </ClientMessages>
      </Page>
    )
  }
  const calibration =
    desk.enrolment === 'calibrating' && next !== 'over' ? await calibrationDesk(rater, desk.slug) : null
  if (calibration) {
    return (
      <ClientMessages namespaces={['desk', 'calibration']}>
        <LiveCalibration start={calibration} owner={desk.draftKey} switches={<DeskSwitches />} />
      </ClientMessages>
    )
  }
  const switches = (
    <>
      <SheetLink slug={desk.slug} />
      <DeskSwitches />
    </>
  )
  return (
    <ClientMessages namespaces={['desk']}>
      <LiveDesk slug={desk.slug} name={desk.name} owner={desk.draftKey} switches={switches} />
    </ClientMessages>
  )
}
