'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'next-intl'
import { CorrectionDesk } from '@/components/rating/own/correction-desk'
import { DeskStore } from '@/components/rating/line/desk-store'
import { browserTexts } from '@/components/rating/line/kept-texts'
import { OwnRatings } from '@/components/rating/own/own-ratings'
import type { CorrectionEnd } from '@/components/rating/own/use-correction'
import { Notice } from '@/components/ui/notice'
import type { OwnRating } from '@/lib/domain/rating/desk-transport'
import { ownRatingsTransport } from '@/app/rate/[slug]/desk-transport'

/** The list of own ratings; one of them opens on the desk. */
export function OwnRatingsDesk({ slug, owner }: { slug: string; owner: string }) {
  const t = useTranslations('desk.mine')
  const transport = useMemo(() => ownRatingsTransport(slug), [slug])
  const store = useMemo(() => new DeskStore(browserTexts(), owner, slug), [owner, slug])
  const [open, setOpen] = useState<OwnRating | null>(null)
  const [list, setList] = useState({ number: 0, saved: false })

  function done(end: CorrectionEnd) {
    setOpen(null)
    if (end !== 'unchanged') setList({ number: list.number + 1, saved: end === 'saved' })
  }

  return (
    <>
      {list.saved ? (
        <Notice tone="info" className="mb-4">
          {t('saved')}
        </Notice>
      ) : null}
      <OwnRatings key={list.number} transport={transport} onOpen={setOpen} />
      {open ? <CorrectionDesk rating={open} transport={transport} store={store} onDone={done} /> : null}
    </>
  )
}
