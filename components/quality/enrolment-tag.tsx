import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { EnrolmentState } from '@/lib/domain/quality/views/rater-view'

/** How a rater stands in a study, in the words of those who look after it. */
export function EnrolmentTag({ state }: { state: EnrolmentState }) {
  const t = useTranslations('quality.states')
  const tone =
    state === 'excluded' ? 'stop' : state === 'paused' || state === 'calibrating' ? 'notice' : 'plain'
  return <Tag tone={tone}>{t(state)}</Tag>
}
