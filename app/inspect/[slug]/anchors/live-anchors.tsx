'use client'

import { useMemo, type ComponentProps } from 'react'
import { anchorTransport, calibrationTransport } from '@/app/inspect/[slug]/inspect-api'
import { AnchorBoard } from '@/components/inspect/anchors/anchor-board'
import { WaitingCalibrations } from '@/components/inspect/anchors/waiting-calibrations'

type Live<T> = Omit<T, 'transport'> & { slug: string }

/** Tasks and their anchors on the real endpoints. */
export function LiveAnchors({ slug, ...rest }: Live<ComponentProps<typeof AnchorBoard>>) {
  const transport = useMemo(() => anchorTransport(slug), [slug])
  return <AnchorBoard {...rest} transport={transport} />
}

/** Calibrations to decide on the real endpoint. */
export function LiveCalibrations({ slug, ...rest }: Live<ComponentProps<typeof WaitingCalibrations>>) {
  const transport = useMemo(() => calibrationTransport(slug), [slug])
  return <WaitingCalibrations {...rest} transport={transport} />
}
