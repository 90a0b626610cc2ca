import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { DifferenceClass } from '@/lib/domain/quality/spot-check/inspection'

const tones = { within: 'plain', minor: 'notice', major: 'stop' } as const

/** How far a rating is from the inspector, in a word; null where it could not be judged. */
export function ClassTag({ of }: { of: DifferenceClass | null }) {
  const t = useTranslations('inspect.class')
  return of === null ? <Tag>{t('none')}</Tag> : <Tag tone={tones[of]}>{t(of)}</Tag>
}
