'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { DeskStore } from '@/components/rating/line/desk-store'
import { browserTexts } from '@/components/rating/line/kept-texts'

/** Ratings of a study that this device still keeps; its desk sends them. */
export function UnsentRatings({ owner, slug }: { owner: string; slug: string }) {
  const t = useTranslations('rate')
  const count = useSyncExternalStore(
    onStorage,
    () => new DeskStore(browserTexts(), owner, slug).queue().length,
    () => 0,
  )
  if (count === 0) return null
  return (
    <p className="mt-1 text-13 text-notice">
      {t('unsent', { count })}{' '}
      <Link href={`/rate/${slug}`} className="link">
        {t('send')}
      </Link>
    </p>
  )
}

function onStorage(changed: () => void): () => void {
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}
