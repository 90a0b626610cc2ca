import type { Localized } from './localized'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** The text in the reader's language, else in the other one. */
export function inLocale(text: Localized, locale: Locale): string {
  if (typeof text === 'string') return text
  return (locale === 'en' ? (text.en ?? text.zh) : (text.zh ?? text.en)) ?? ''
}
