import { useTranslations } from 'next-intl'
import type { ModelRow } from '@/components/leaderboard/board-view'
import { ModelTypeIcon } from './model-type-icon'
import { useModelWords } from '@/components/leaderboard/model-words'

/** Icon, name, organization, and the note that the study's people put on the model. */
export function ModelName({ row }: { row: ModelRow }) {
  const t = useTranslations('leaderboards')
  const words = useModelWords()
  const human = row.kind === 'human'
  return (
    <span className="flex items-start gap-2">
      <span className="pt-[3px]">
        <ModelTypeIcon
          type={human ? 'human' : (row.type ?? 'unknown')}
          label={human ? words.kind('human') : words.type(row.type)}
        />
      </span>
      <span className="min-w-0">
        <span className="block leading-[18px] wrap-anywhere">
          {row.name}
          {row.caveat ? (
            <span title={row.caveat} className="cursor-help whitespace-nowrap text-notice">
              <span aria-hidden>{'\u00a0†'}</span>
              <span className="sr-only"> {t('note', { text: row.caveat })}</span>
            </span>
          ) : null}
        </span>
        <span className="block text-12 font-normal text-ink-3">
          {[row.organization, row.kind === 'model' ? null : words.kind(row.kind)].filter(Boolean).join(' · ')}
          {row.parametersB === null ? null : (
            <span className="whitespace-nowrap sm:hidden"> · {row.parametersB} B</span>
          )}
        </span>
      </span>
    </span>
  )
}
