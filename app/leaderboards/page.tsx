import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { BoardList } from '@/components/leaderboard/board-list'
import { boardQueryOf, type SearchParams } from '@/components/leaderboard/table/board-query'
import { publishedBoards } from '@/lib/data/releases/published'

type Props = { searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leaderboards'))('title'), robots: { index: true } }
}

export default async function Leaderboards({ searchParams }: Props) {
  const t = await getTranslations('leaderboards')
  const { lang } = boardQueryOf(await searchParams)
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <BoardList boards={await publishedBoards()} lang={lang} />
    </Page>
  )
}
