'use client'

import { useLocale } from 'next-intl'
import { CrashReport } from '@/components/layout/crash-report'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: Props) {
  return <CrashReport locale={useLocale()} digest={error.digest ?? null} retry={reset} />
}
