import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { boardQueryOf, type SearchParams } from '@/components/leaderboard/table/board-query'
import { ReleasePage } from '@/components/leaderboard/release-page'
import { publishedRelease } from '@/lib/data/releases/published'
import { cellsLink } from './cells-link'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const release = await publishedRelease((await params).slug, null)
  return release ? { title: release.study.name, robots: { index: true } } : {}
}

/** The latest release of a board. */
export default async function Leaderboard({ params, searchParams }: Props) {
  const { slug } = await params
  const release = await publishedRelease(slug, null)
  if (!release) notFound()
  const query = boardQueryOf(await searchParams)
  return (
    <ReleasePage
      release={release}
      path={`/leaderboards/${slug}`}
      query={query}
      locale={await getLocale()}
      cells={await cellsLink(slug)}
    />
  )
}
