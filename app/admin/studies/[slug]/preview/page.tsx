import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ClientMessages } from '@/components/layout/client-messages'
import { DeskPreview } from '@/components/rating/desk-preview'
import { PreviewBar } from '@/components/study/preview-bar'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { previewTask } from '@/lib/data/overview/preview'
import { studyHead } from '@/lib/data/overview/study-head'
import { requireAdmin } from '@/lib/server/actor'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ n?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('preview.title') }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const admin = await requireAdmin()
  const { slug } = await params
  const study = await studyHead(admin, slug)
  if (!study) notFound()
  const asked = Number((await searchParams).n ?? 1)
  const number = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, study.counts.prompts) : 1
  const task = await previewTask(admin, slug, { n: number - 1, random: Math.random })
  const t = await getTranslations('study.preview')
  return (
    <>
      <PreviewBar slug={slug} number={number} prompts={study.counts.prompts} />
      {task ? (
        <ClientMessages namespaces={['desk']}>
          <DeskPreview task={task} title={study.name} />
        </ClientMessages>
      ) : (
        <EmptyState title={t('empty')}>
          <Link href={`/admin/studies/${slug}`} className={buttonClass()}>
            {t('back')}
          </Link>
        </EmptyState>
      )}
    </>
  )
}
