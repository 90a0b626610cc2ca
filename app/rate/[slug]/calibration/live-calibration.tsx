'use client'

import { useRouter } from 'next/navigation'
import { useMemo, type ReactNode } from 'react'
import { CalibrationRoom } from '@/components/calibration/calibration-room'
import type { CalibrationView } from '@/lib/domain/quality/views/calibration-view'
import { calibrationTransport } from './calibration-transport'

type Props = { start: CalibrationView; owner: string; switches: ReactNode }

/** A calibration on the real endpoints; once it is passed, the same address is the live desk. */
export function LiveCalibration({ start, owner, switches }: Props) {
  const router = useRouter()
  const transport = useMemo(() => calibrationTransport(start.slug), [start.slug])
  return (
    <CalibrationRoom
      start={start}
      transport={transport}
      owner={owner}
      switches={switches}
      onWork={() => router.refresh()}
    />
  )
}
