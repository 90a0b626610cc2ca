import { useTranslations } from 'next-intl'
import { useRefusal } from '@/components/study/use-refusal'
import type { DeskRefusal } from '@/lib/domain/rating/desk-transport'

/** One sentence for a refusal, or for no answer at all. */
export function useRefused(): (error: DeskRefusal) => string {
  const t = useTranslations('inspect')
  const refusal = useRefusal()
  return ({ code, ...error }) => (code === 'offline' ? t('offline') : refusal({ code, ...error }))
}
