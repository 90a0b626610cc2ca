'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'next-intl'
import { CorrectionDesk } from '@/components/rating/correction-desk'
import { OwnRatings } from '@/components/rating/own-ratings'
import { Notice } from '@/components/ui/notice'
import type { OwnRating } from '@/lib/domain/rating/desk-transport'
import { ownRatingsTransport } from '@/app/rate/[slug]/desk-transport'

/** The list of own ratings; one of them opens on the desk. */
export function OwnRatingsDesk({ slug }: { slug: string }) {
  const t = useTranslations('desk.mine')
  const transport = useMemo(() => ownRatingsTransport(slug), [slug])
  const [open, setOpen] = useState<OwnRating | null>(null)
  const [corrected, setCorrected] = useState(0)

  function done(saved: boolean) {
    setOpen(null)
    if (saved) setCorrected(corrected + 1)
  }

  return (
    <>
      {corrected > 0 ? (
        <Notice tone="info" className="mb-4">
          {t('saved')}
        </Notice>
      ) : null}
      <OwnRatings key={corrected} transport={transport} onOpen={setOpen} />
      {open ? <CorrectionDesk rating={open} transport={transport} onDone={done} /> : null}
    </>
  )
}
