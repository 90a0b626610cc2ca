import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { RulesForm } from '@/components/rules/rules-form'
import { StateTag } from '@/components/study/state-tag'
import { buttonClass } from '@/components/ui/button'
import { rulesPage } from '@/lib/data/rules/rules-page'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { orNotFound } from '@/lib/server/or-not-found'
import { requireAdmin } from '@/lib/server/actor'
import { changeRulesAction, rulesOutlookAction } from './actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') }
}

export default async function StudyRulesPage({ params }: Props) {
  const admin = await requireAdmin()
  const { slug } = await params
  const [page, t] = await Promise.all([orNotFound(rulesPage(admin, slug)), getTranslations('rules')])
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <StateTag state={page.study.state} /> {page.study.name} · {t('version', { version: page.version })}
        </>
      }
      actions={
        <Link href={`/admin/studies/${slug}`} className={buttonClass('plain')}>
          {t('back')}
        </Link>
      }
      wide
    >
      <p className="max-w-prose text-14 text-ink-2">{t('lead')}</p>
      <ClientMessages namespaces={['rules', 'quality', 'inspect', 'import', 'errors']}>
        <RulesForm
          page={page}
          spotCheckDefaults={spotCheckTerms.parse({})}
          look={rulesOutlookAction}
          save={changeRulesAction}
        />
      </ClientMessages>
    </Page>
  )
}
