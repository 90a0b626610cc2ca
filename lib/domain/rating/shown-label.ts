import type { Locale } from '@/lib/domain/in-locale'
import { labelOf } from './blind-task'

const stems = [...'甲乙丙丁戊己庚辛壬癸']

/** How an output is called on screen: 甲乙丙丁 in Chinese as long as they last, else A, B, C as in the interface. */
export function shownLabels(count: number, locale: Locale): string[] {
  const chinese = locale === 'zh-CN' && count <= stems.length
  return Array.from({ length: count }, (_, index) => (chinese ? stems[index] : undefined) ?? labelOf(index))
}
