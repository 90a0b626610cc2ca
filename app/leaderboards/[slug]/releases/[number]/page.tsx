import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { boardQueryOf, type SearchParams } from '@/components/leaderboard/table/board-query'
import { cellsLink } from '@/app/leaderboards/[slug]/cells-link'
import { ReleasePage } from '@/components/leaderboard/release-page'
import { publishedRelease } from '@/lib/data/releases/published'

type Params = Promise<{ slug: string; number: string }>
type Props = { params: Params; searchParams: Promise<SearchParams> }

async function releaseOf(params: Params) {
  const { slug, number } = await params
  return /^[1-9]\d{0,5}$/.test(number) ? publishedRelease(slug, Number(number)) : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [release, t] = await Promise.all([releaseOf(params), getTranslations('leaderboards')])
  return release ? { title: `${release.study.name} · ${t('release', { number: release.number })}` } : {}
}

/** One release as it was published; later ones change nothing here. */
export default async function Release({ params, searchParams }: Props) {
  const release = await releaseOf(params)
  if (!release) notFound()
  const path = `/leaderboards/${release.study.slug}/releases/${release.number}`
  return (
    <ReleasePage
      release={release}
      path={path}
      query={boardQueryOf(await searchParams)}
      locale={await getLocale()}
      cells={await cellsLink(release.study.slug)}
    />
  )
}
