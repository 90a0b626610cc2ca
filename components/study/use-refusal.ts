import { useTranslations } from 'next-intl'
import type { ErrorCode } from '@/lib/domain/user-error'
import type { Refused } from './act'

/** Refusals whose own sentence carries facts that the general one cannot know. */
const withFacts: ReadonlySet<ErrorCode> = new Set([
  'invalid',
  'conflict',
  'blocked',
  'unsupported',
  'too_large',
])

/** One sentence for a refusal, in the reader's language where it can be. */
export function useRefusal(): (error: Refused) => string {
  const t = useTranslations('errors')
  return (error) => {
    const fields = Object.entries(error.fields ?? {}).map(([field, text]) => `${field}: ${text}`)
    return [t(error.code), ...(withFacts.has(error.code) ? [error.message] : []), ...fields].join(' ')
  }
}
