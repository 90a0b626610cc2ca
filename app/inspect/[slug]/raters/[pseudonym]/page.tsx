import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { FingerprintView } from '@/components/quality/fingerprint/fingerprint-view'
import { RaterActions } from '@/components/quality/fingerprint/rater-actions'
import { fingerprint } from '@/lib/data/monitors/sheets/fingerprint'
import { requireInspector } from '@/lib/server/actor'
import { orNotFound } from '@/lib/server/or-not-found'
import { actOnRaterAction, answerAppealAction, exclusionOutlookAction, setPlanAction } from './actions'

type Props = { params: Promise<{ slug: string; pseudonym: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pseudonym } = await params
  return { title: (await getTranslations('quality.fingerprint'))('title', { rater: pseudonym }) }
}

export default async function FingerprintPage({ params }: Props) {
  const inspector = await requireInspector()
  const { slug, pseudonym } = await params
  const known = await orNotFound(fingerprint(inspector, slug, pseudonym))
  const t = await getTranslations('quality')
  const lead = (
    <>
      {known.study.name} ·{' '}
      <Link href={`/inspect/${slug}/raters`} className="link">
        {t('back')}
      </Link>
    </>
  )
  return (
    <Page
      title={t('fingerprint.title', { rater: known.rater })}
      lead={lead}
      actions={
        <RaterActions
          fingerprint={known}
          act={actOnRaterAction}
          look={exclusionOutlookAction}
          setPlan={setPlanAction}
        />
      }
      wide
    >
      <FingerprintView fingerprint={known} answer={answerAppealAction} />
    </Page>
  )
}
