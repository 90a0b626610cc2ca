import { useTranslations } from 'next-intl'
import { Rendered } from '@/components/rating/reading/rendered'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'

/** What was judged: the prompt and the output, folded until they are wanted. */
export function CellTexts({ cell }: { cell: CellProvenance }) {
  const t = useTranslations('provenance')
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Texts title={t('prompt', { prompt: cell.prompt })} turns={cell.promptTurns} none={t('noTexts')} />
      <Texts title={t('output', { model: cell.model.name })} turns={cell.outputTurns} none={t('noTexts')} />
    </div>
  )
}

function Texts({ title, turns, none }: { title: string; turns: string[]; none: string }) {
  return (
    <details className="min-w-0 border border-line bg-sheet" open={turns.join('').length < 1200}>
      <summary className="cursor-pointer px-3 py-2 text-13 font-medium">{title}</summary>
      <div className="flex max-h-96 flex-col gap-4 overflow-y-auto border-t border-line px-3 py-2">
        {turns.length === 0 ? <p className="text-13 text-ink-3">{none}</p> : null}
        {turns.map((html, turn) => (
          <Rendered key={turn} html={html} language="und" />
        ))}
      </div>
    </details>
  )
}
