import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CaseTable } from '@/components/inspect/arbitration/case-table'
import { LiveRefresh } from '@/components/inspect/arbitration/live-refresh'
import { WaitingStrip } from '@/components/inspect/arbitration/waiting-strip'
import { StudyNav } from '@/components/inspect/study-nav'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { arbitrationQueue } from '@/lib/data/arbitration/queue'
import { isUnsealed } from '@/lib/domain/study/study-state'
import { requireInspector } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspect.arbitration'))('title') }
}

export default async function ArbitrationPage({ params }: Props) {
  const inspector = await requireInspector()
  const { slug } = await params
  const { study, waiting, cases, decided } = await orNotFound(arbitrationQueue(inspector, slug))
  const t = await getTranslations('inspect.arbitration')
  const isSealed = !isUnsealed(study.state)
  const next =
    cases.find(({ held }) => held === 'mine') ?? cases.find(({ held }) => isSealed && held === 'free')
  return (
    <Page
      title={study.name}
      lead={t('lead')}
      wide
      actions={
        next ? (
          <Link href={`/inspect/${slug}/arbitration/${next.caseId}`} className={buttonClass('primary')}>
            {t(next.held === 'mine' ? 'goOn' : 'begin')}
          </Link>
        ) : null
      }
    >
      <StudyNav slug={slug} room="arbitration" />
      <div className="mb-6 flex flex-col gap-2">
        <WaitingStrip waiting={waiting} />
        <p className="text-12 text-ink-3">
          {t('decidedSoFar', { count: decided })} · <LiveRefresh />
        </p>
      </div>
      {cases.length > 0 ? (
        <CaseTable slug={slug} cases={cases} now={new Date().toISOString()} />
      ) : (
        <EmptyState title={t('none')}>{t('noneMeans')}</EmptyState>
      )}
    </Page>
  )
}
