import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { AuditFilter } from '@/components/audit/audit-filter'
import { AuditTable } from '@/components/audit/audit-table'
import { SealNote } from '@/components/audit/seal-note'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { auditFacets, auditLog, auditSealState } from '@/lib/data/overview/audit-log'
import { requireAdmin } from '@/lib/server/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const admin = await requireAdmin()
  const asked = await searchParams
  const [study = '', action = '', before = ''] = ['study', 'action', 'before'].map((name) =>
    String(asked[name] ?? ''),
  )
  const [page, facets, seal, t] = await Promise.all([
    auditLog(admin, { study, action, before }),
    auditFacets(admin),
    auditSealState(admin),
    getTranslations('audit'),
  ])
  const older = new URLSearchParams({ study, action, before: page.next ?? '' })
  return (
    <Page title={t('title')} lead={<SealNote seal={seal} />} wide>
      <AuditFilter {...facets} study={study} action={action} />
      {page.lines.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <AuditTable lines={page.lines} sealedTo={seal.sealedTo} />
      )}
      {page.next ? (
        <Link href={`/admin/audit?${older}`} className={`${buttonClass('plain')} mt-4`}>
          {t('older')}
        </Link>
      ) : null}
    </Page>
  )
}
