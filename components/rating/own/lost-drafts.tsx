import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { LostDraft } from '@/components/rating/line/desk-store'

type Props = { lost: LostDraft[]; onLetGo: (lost: LostDraft) => void }

/** Drafts that the server takes no more: said, shown, to be copied, and gone only when the rater lets go. */
export function LostDrafts({ lost, onLetGo }: Props) {
  const t = useTranslations('desk')
  return lost.map((each) => (
    <details key={each.assignmentId} className="border-b border-notice bg-notice-wash px-4 py-1.5 text-13">
      <summary>{t(`lost.${each.why}`)}</summary>
      <pre className="my-2 max-h-40 overflow-auto text-12 whitespace-pre-wrap">{inWords(each)}</pre>
      <div className="flex gap-2 pb-1">
        <Button size="small" onClick={() => void navigator.clipboard.writeText(inWords(each))}>
          {t('copy')}
        </Button>
        <Button size="small" onClick={() => onLetGo(each)}>
          {t('letGo')}
        </Button>
      </div>
    </details>
  ))
}

/** A draft as plain text, one line per output. */
function inWords({ draft }: LostDraft): string {
  const labels = new Set([draft.scores, draft.comments, draft.cannotJudge].flatMap(Object.keys))
  return [...labels]
    .sort()
    .map((label) => {
      const scores = Object.entries(draft.scores[label] ?? {}).map(
        ([criterion, value]) => `${criterion} ${value}`,
      )
      return [label, ...scores, draft.comments[label], draft.cannotJudge[label]].filter(Boolean).join(' · ')
    })
    .join('\n')
}
