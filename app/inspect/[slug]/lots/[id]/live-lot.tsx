'use client'

import { useMemo, type ReactNode } from 'react'
import { lotTransport } from '@/app/inspect/[slug]/inspect-api'
import { LotDesk } from '@/components/inspect/lots/lot-desk'
import type { LotPage, LotRow } from '@/lib/domain/quality/views/lot-view'

type Props = { lot: LotPage; lots: LotRow[]; owner: string; switches: ReactNode; now: string }

/** A lot's desk on the real endpoints. */
export function LiveLot(props: Props) {
  const { study, id } = props.lot
  const transport = useMemo(() => lotTransport(study.slug, id), [study.slug, id])
  return <LotDesk {...props} transport={transport} />
}
