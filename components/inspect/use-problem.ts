import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '@/lib/domain/in-locale'
import type { CalibrationProblem } from '@/lib/domain/quality/calibration/problem'
import type { Criterion } from '@/lib/domain/study/rubric'

/**
 * What is wrong with anchors in the reader's language, criteria by their names; in English where the message files have
 * no word for it.
 */
export function useProblem(
  criteria: readonly Pick<Criterion, 'id' | 'name'>[] = [],
): (problem: CalibrationProblem) => string {
  const locale = useLocale()
  const t = useTranslations()
  type Key = Parameters<typeof t.has>[0]
  const isKey = (id: string): id is Key => t.has(id as Key)
  return ({ words, text }) => {
    if (!isKey(words.id)) return text
    const { criterion: id, ...values } = words.values ?? {}
    const criterion = criteria.find((each) => each.id === id)
    const name = criterion ? inLocale(criterion.name, locale) : id
    return t(words.id, { ...values, ...(name === undefined ? {} : { criterion: name }) })
  }
}
