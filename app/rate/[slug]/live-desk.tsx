'use client'

import { useMemo, type ReactNode } from 'react'
import { RatingDesk } from '@/components/rating/rating-desk'
import { deskTransport } from './desk-transport'

type Props = { slug: string; name: string; owner: string; switches: ReactNode }

/** The desk on the real endpoints. */
export function LiveDesk({ slug, name, owner, switches }: Props) {
  const transport = useMemo(() => deskTransport(slug), [slug])
  const here = `/rate/${slug}`
  const hrefs = { back: '/rate', mine: `${here}/mine`, signIn: `/sign-in?next=${encodeURIComponent(here)}` }
  return (
    <RatingDesk
      transport={transport}
      slug={slug}
      name={name}
      owner={owner}
      hrefs={hrefs}
      switches={switches}
      onCalibrates={calibrate}
    />
  )
}

/**
 * A rater may have to calibrate from one claim to the next: on arriving, or because a rule or a person asks for it. The
 * page that calibrates stands at the same address.
 */
const calibrate = () => location.reload()
