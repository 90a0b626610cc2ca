import { useTranslations } from 'next-intl'
import type { ModelRow } from './board-view'

const types = ['pretrained', 'continued', 'fine-tuned', 'chat', 'merge', 'unknown'] as const
const accesses = ['open', 'closed'] as const

/** The words of models.csv in the reader's language; a word of the study's own is shown as it is. */
export function useModelWords() {
  const t = useTranslations('leaderboards')
  return {
    type: (value: string | null) => {
      const known = types.find((type) => type === (value ?? 'unknown'))
      return known ? t(`types.${known}`) : (value ?? '')
    },
    access: (value: string) => {
      const known = accesses.find((access) => access === value)
      return known ? t(`accesses.${known}`) : value
    },
    kind: (kind: ModelRow['kind']) => t(`kinds.${kind}`),
  }
}
