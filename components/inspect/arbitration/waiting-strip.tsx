import { useTranslations } from 'next-intl'
import { Facts } from '@/components/study/facts'
import type { WaitingCounts } from '@/lib/domain/quality/arbitration/waiting-cells'

/** How many cells wait, and for what. */
export function WaitingStrip({ waiting }: { waiting: WaitingCounts }) {
  const t = useTranslations('inspect.waiting')
  const parts = ['ratings', 'extra', 'inspector', 'meeting', 'agreed', 'decided'] as const
  return (
    <Facts
      label={t('label')}
      facts={parts.map((part) => ({
        name: t(`${part}.name`),
        value: waiting[part],
        more: t(`${part}.why`),
      }))}
    />
  )
}
