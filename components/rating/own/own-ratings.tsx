'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type {
  DeskAnswer,
  OwnRating,
  OwnRatings as OwnRatingsPage,
  OwnRatingsTransport,
} from '@/lib/domain/rating/desk-transport'
import { OwnRatingRow } from './own-rating-row'

type Props = { transport: OwnRatingsTransport; onOpen: (rating: OwnRating) => void }

/** Own ratings, newest first: to be read again, and corrected until they are locked. */
export function OwnRatings({ transport, onOpen }: Props) {
  const t = useTranslations('desk')
  const [ratings, setRatings] = useState<OwnRating[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [problem, setProblem] = useState(false)

  function show(answer: DeskAnswer<OwnRatingsPage>, before: OwnRating[]) {
    setProblem(!answer.ok)
    if (!answer.ok) return
    setRatings([...before, ...answer.value.ratings])
    setNext(answer.value.next)
  }
  const loadMore = async () => show(await transport.list(next), ratings ?? [])

  useEffect(() => {
    let shown = true
    void transport.list(null).then((answer) => shown && show(answer, []))
    return () => void (shown = false)
  }, [transport])

  if (problem) {
    return (
      <Notice tone="stop" title={t('mine.notLoaded')}>
        <Button size="small" className="mt-2" onClick={() => void loadMore()}>
          {t('lookAgain')}
        </Button>
      </Notice>
    )
  }
  if (!ratings) return <p role="status">{t('loading')}</p>
  if (ratings.length === 0) return <EmptyState title={t('mine.empty')} />
  return (
    <>
      <ol className="border-t border-line">
        {ratings.map((rating) => (
          <OwnRatingRow key={rating.ratingId} rating={rating} onOpen={() => onOpen(rating)} />
        ))}
      </ol>
      {next ? (
        <Button className="mt-4" onClick={() => void loadMore()}>
          {t('mine.more')}
        </Button>
      ) : null}
    </>
  )
}
