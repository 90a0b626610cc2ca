import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { locales, type Locale } from '@/lib/domain/localized'

export const localeCookie = 'mangping.locale'

/** `?lang=` (carried by proxy.ts as a header), else the cookie, else the browser, else English. */
async function requestedLocale(): Promise<Locale> {
  const head = await headers()
  const asked = [head.get('x-mangping-lang'), (await cookies()).get(localeCookie)?.value]
  const accepted = (head.get('accept-language') ?? '').split(',').map((part) => part.split(';')[0]?.trim())
  for (const tag of [...asked, ...accepted]) {
    const found = locales.find(
      (locale) => locale.slice(0, 2).toLowerCase() === tag?.slice(0, 2).toLowerCase(),
    )
    if (found) return found
  }
  return 'en'
}

export default getRequestConfig(async () => {
  const locale = await requestedLocale()
  const messages = (await import(`../../messages/${locale}.json`)) as { default: Record<string, object> }
  return { locale, messages: messages.default, timeZone: 'UTC' }
})
