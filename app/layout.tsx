import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LocaleSwitch } from '@/components/layout/locale-switch'
import { SiteHeader } from '@/components/layout/site-header'
import { ThemeSwitch } from '@/components/layout/theme-switch'
import { signedIn } from '@/lib/server/actor'
import { localeCookie } from '@/lib/server/i18n'
import { chosenTheme, themeCookie } from '@/lib/server/theme'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout')
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('description'),
    robots: { index: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#141b1d' },
  ],
}

/** Language, theme and the bar; who may see a page is for the page itself to ask. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [who, locale, theme, t] = await Promise.all([
    signedIn(),
    getLocale(),
    chosenTheme(),
    getTranslations('layout'),
  ])
  const words = { auto: t('themeAuto'), light: t('themeLight'), dark: t('themeDark') }
  return (
    <html lang={locale} data-theme={theme ?? undefined}>
      <body>
        <NextIntlClientProvider messages={null}>
          <SiteHeader
            role={who?.role ?? null}
            switches={
              <>
                <LocaleSwitch cookie={localeCookie} locale={locale} />
                <ThemeSwitch cookie={themeCookie} theme={theme} words={words} />
              </>
            }
          />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
