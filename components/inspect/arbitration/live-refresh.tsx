'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

const everyMs = 10_000

/** Keeps the page as it is on the server, every ten seconds while somebody may be looking. */
export function LiveRefresh() {
  const t = useTranslations('inspect')
  const router = useRouter()
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    const look = () => {
      setOffline(!navigator.onLine)
      if (!document.hidden && navigator.onLine) router.refresh()
    }
    const every = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(every)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router])
  return <span className={offline ? 'text-notice' : undefined}>{t(offline ? 'notLive' : 'live')}</span>
}
