'use client'

import { useMemo, type ReactNode } from 'react'
import { arbitrationTransport } from '@/app/inspect/[slug]/inspect-api'
import { CaseDesk } from '@/components/inspect/arbitration/case-desk'
import type { ArbitrationQueue } from '@/lib/domain/quality/views/arbitration-view'

type Props = { queue: ArbitrationQueue; caseId: string; owner: string; switches: ReactNode; now: string }

/** Arbitration's desk on the real endpoints. */
export function LiveCase(props: Props) {
  const { slug } = props.queue.study
  const transport = useMemo(() => arbitrationTransport(slug), [slug])
  return <CaseDesk {...props} transport={transport} />
}
