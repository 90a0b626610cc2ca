import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { BundleGuide } from '@/components/prompt-set/bundle-guide'
import { ImportConversation } from '@/components/prompt-set/import-conversation'
import { begunImport } from '@/lib/data/overview/import-history'
import { inLocale, type Locale } from '@/lib/domain/localized'
import { rubricTemplates } from '@/lib/domain/study/rubric-templates'
import { requireAdmin } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewStudyPage({ searchParams }: Props) {
  const admin = await requireAdmin()
  const { import: id } = await searchParams
  const [begun, t, locale] = await Promise.all([
    typeof id === 'string' ? begunImport(admin, id) : null,
    getTranslations('import'),
    getLocale() as Promise<Locale>,
  ])
  const templates = rubricTemplates
    .filter((each) => each.concernsText)
    .map(({ name, title, rubric }) => ({
      name,
      title: inLocale(title, locale),
      criteria: rubric.criteria.map((criterion) => inLocale(criterion.name, locale)),
    }))
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <ImportConversation begun={begun} templates={templates} guide={<BundleGuide />} />
    </Page>
  )
}
