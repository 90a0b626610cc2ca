import { readFileSync } from 'node:fs'
import type { Locale } from '@/lib/domain/localized'

type Messages = { [key: string]: string | Messages }

/**
 * A word as it stands on screen, by its key: `words('en')('study.life.open.button')`. Values fill `{name}`; for a plural
 * ask for the text around it.
 */
export function words(locale: Locale) {
  const messages = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Messages
  return (key: string, values: Record<string, string> = {}): string => {
    let found: string | Messages | undefined = messages
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
    if (typeof found !== 'string') throw new Error(`no message ${key} in ${locale}`)
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), found)
  }
}
