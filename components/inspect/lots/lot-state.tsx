import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { LotRow } from '@/lib/domain/quality/views/lot-view'

/** Where a lot is, in a word. */
export function LotState({ lot }: { lot: Pick<LotRow, 'state' | 'standing'> }) {
  const t = useTranslations('inspect.lots.state')
  if (lot.state === 'drawn' && lot.standing.state === 'person_decides')
    return <Tag tone="notice">{t('person_decides')}</Tag>
  const tones = { drawn: 'accent', passed: 'plain', failed: 'stop', withdrawn: 'plain' } as const
  return <Tag tone={tones[lot.state]}>{t(lot.state)}</Tag>
}
