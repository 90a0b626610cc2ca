'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/domain/localized'
import { remember } from './preference'

type Props = { cookie: string; locale: Locale; className?: string }

const others = { en: ['zh-CN', '中文'], 'zh-CN': ['en', 'English'] } as const

/** Offers the other language, in that language. */
export function LocaleSwitch({ cookie, locale, className }: Props) {
  const router = useRouter()
  const [other, name] = others[locale]

  function change() {
    remember(cookie, other)
    // A language named in the address would win over the cookie.
    const url = new URL(location.href)
    if (url.searchParams.has('lang')) {
      url.searchParams.delete('lang')
      router.replace(url.pathname + url.search)
    }
    router.refresh()
  }

  return (
    <Button variant="quiet" lang={other} onClick={change} className={className}>
      {name}
    </Button>
  )
}
