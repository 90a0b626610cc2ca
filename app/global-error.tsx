'use client'

import { CrashReport } from '@/components/layout/crash-report'
import './globals.css'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** When the layout itself fails there is no language to ask for: both are shown. */
export default function GlobalError({ error, reset }: Props) {
  const digest = error.digest ?? null
  return (
    <html lang="en">
      <body>
        <CrashReport locale="en" digest={digest} retry={reset} />
        <div lang="zh-CN">
          <CrashReport locale="zh-CN" digest={digest} retry={reset} />
        </div>
      </body>
    </html>
  )
}
