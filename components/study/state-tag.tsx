import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { StudyState } from '@/lib/domain/study/study-state'

/** Where a study is in its life, in one word. */
export function StateTag({ state }: { state: StudyState }) {
  const t = useTranslations('study.state')
  const running = state === 'open'
  return <Tag tone={running ? 'accent' : state === 'paused' ? 'notice' : 'plain'}>{t(state)}</Tag>
}
