import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/lib/server/or-not-found'
import { DeskSwitches } from '@/app/rate/[slug]/desk-switches'
import { draftKeyOf } from '@/lib/data/desk/draft-key'
import { lotPage } from '@/lib/data/lots/lot-page'
import { lotQueue } from '@/lib/data/lots/lot-queue'
import { requireInspector } from '@/lib/server/actor'
import { LiveLot } from './live-lot'

type Props = { params: Promise<{ slug: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect.lots'))('title') }
}

export default async function LotDeskPage({ params }: Props) {
  const inspector = await requireInspector()
  const { slug, id } = await params
  const lot = await orNotFound(lotPage(inspector, slug, id))
  const { lots } = await lotQueue(inspector, slug)
  return (
    <LiveLot
      key={id}
      lot={lot}
      lots={lots}
      owner={draftKeyOf(inspector)}
      switches={<DeskSwitches />}
      now={new Date().toISOString()}
    />
  )
}
