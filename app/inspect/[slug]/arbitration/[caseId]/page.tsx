import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskSwitches } from '@/app/rate/[slug]/desk-switches'
import { draftKeyOf } from '@/lib/data/desk/draft-key'
import { arbitrationQueue } from '@/lib/data/arbitration/queue'
import { requireInspector } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'
import { LiveCase } from './live-case'

type Props = { params: Promise<{ slug: string; caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect.arbitration'))('title') }
}

export default async function CasePage({ params }: Props) {
  const inspector = await requireInspector()
  const { slug, caseId } = await params
  const queue = await orNotFound(arbitrationQueue(inspector, slug))
  return (
    <LiveCase
      key={caseId}
      queue={queue}
      caseId={caseId}
      owner={draftKeyOf(inspector)}
      switches={<DeskSwitches />}
      now={new Date().toISOString()}
    />
  )
}
