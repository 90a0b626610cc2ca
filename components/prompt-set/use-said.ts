import { useTranslations } from 'next-intl'
import type { Words } from '@/lib/domain/user-error'

/** A problem's words in the reader's language; null where they have none, as in imports of an earlier version. */
export function useSaid(): (words: Words | undefined) => string | null {
  const t = useTranslations('import')
  type Key = Parameters<typeof t.has>[0]
  const isKey = (id: string): id is Key => t.has(id as Key)
  return (words) => (words && isKey(words.id) ? t(words.id, words.values) : null)
}
