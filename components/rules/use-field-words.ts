import { useFormatter, useTranslations } from 'next-intl'
import { monitorNames } from '@/lib/domain/quality/monitors/monitor-name'
import { isShare } from './setting-names'

/** Fields and values of the rules in words, for a list of changes. */
export function useFieldWords() {
  const t = useTranslations('rules')
  const signal = useTranslations('quality.signals')
  const format = useFormatter()
  type Key = Parameters<typeof t.has>[0]
  const said = (id: string) => (t.has(id as Key) ? t(id as 'title') : null)

  function name(field: string): string {
    const monitor = monitorNames.find((each) => field.startsWith(`monitors.monitors.${each}.`))
    if (monitor)
      return `${signal(`${monitor}.name`)}: ${said(`monitors.${field.split('.').at(-1)}`) ?? field}`
    if (field === 'agreement.tolerance') return t('tolerance.value')
    if (field === 'arbitration.unit') return t('tolerance.label')
    if (field === 'spot_check') return t('sections.spotCheck')
    return said(`fields.${field}.label`) ?? field
  }

  function value(field: string, given: unknown): string {
    if (given === null) return t('change.off')
    if (typeof given === 'boolean') return t(given ? 'change.on' : 'change.off')
    if (typeof given === 'number') {
      const digits = { maximumFractionDigits: isShare(field) ? 2 : 4 }
      return format.number(given, isShare(field) ? { ...digits, style: 'percent' } : digits)
    }
    if (Array.isArray(given)) {
      const steps = given.map((step) => said(`monitors.steps.${step}`) ?? String(step))
      return steps.length > 0 ? steps.join(' → ') : t('change.nothing')
    }
    if (typeof given === 'object') return t('change.on')
    return said(`fields.${field}.choices.${given}`) ?? said(`tolerance.${given}`) ?? String(given)
  }

  return { name, value }
}
