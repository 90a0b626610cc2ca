'use client'

import { LotByHand } from '@/components/inspect/lots/lot-by-hand'
import { formLots } from '@/app/inspect/[slug]/inspect-api'

/** The form for lots by hand on the real endpoint. */
export function FormLots({ slug }: { slug: string }) {
  return <LotByHand form={(filter) => formLots(slug, filter)} />
}
