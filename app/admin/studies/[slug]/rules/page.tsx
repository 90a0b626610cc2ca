import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { RulesForm } from '@/components/rules/rules-form'
import { AboutStudyPage } from '@/components/study/about-study-page'
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
    <AboutStudyPage
      study={page.study}
      words={{
        title: t('title'),
        version: t('version', { version: page.version }),
        back: t('back'),
        lead: t('lead'),
      }}
    >
      <ClientMessages namespaces={['rules', 'quality', 'inspect', 'import', 'errors']}>
        <RulesForm
          page={page}
          spotCheckDefaults={spotCheckTerms.parse({})}
          look={rulesOutlookAction}
          save={changeRulesAction}
        />
      </ClientMessages>
    </AboutStudyPage>
  )
}
