import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { RuleWarning } from '@/lib/domain/quality/rule-changes/rule-warnings'

/** What is worth knowing about rules that may be used all the same. */
export function RuleWarnings({ warnings }: { warnings: RuleWarning[] }) {
  const t = useTranslations('rules.warnings')
  const format = useFormatter()
  return warnings.map((warning) => (
    <Notice key={warning.id} tone="notice" title={t(`${warning.id}.title`)}>
      {warning.id === 'gold_short'
        ? t('gold_short.text', { have: warning.have, needed: warning.needed, tasks: warning.tasks })
        : t('too_strict.text', { passes: format.number(warning.passes, { style: 'percent' }) })}
    </Notice>
  ))
}
