import type { Locale } from '@/lib/domain/localized'
import type messages from './messages/en.json'

// Makes a key that is missing from the messages a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}
