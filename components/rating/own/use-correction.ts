import { useCallback, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { OwnRating, OwnRatingsTransport } from '@/lib/domain/rating/desk-transport'
import type { Draft } from '@/lib/domain/rating/draft'
import type { CorrectionInput } from '@/lib/domain/rating/rating'
import type { DeskStore, KeptDraft } from '@/components/rating/line/desk-store'

/** `stale`: the rating was corrected elsewhere meanwhile, so that what is shown of it is old. */
export type CorrectionEnd = 'saved' | 'stale' | 'unchanged'

export type CorrectionProps = {
  rating: OwnRating
  transport: OwnRatingsTransport
  /** Keeps a correction until it is saved or given up. */
  store: DeskStore
  onDone: (end: CorrectionEnd) => void
}

/** An own rating being corrected: where it starts, what became of sending it. */
export function useCorrection({ rating, transport, store, onDone }: CorrectionProps) {
  const t = useTranslations('desk.mine')
  const { ratingId, revision, locked } = rating
  const [start] = useState(() => startOf(rating, store))
  const [problem, setProblem] = useState<string | null>(start.isDraft ? t('draftBack') : null)
  const [fields, setFields] = useState<Record<string, string>>({})
  const [stale, setStale] = useState(false)

  function leave(end: CorrectionEnd) {
    if (end !== 'stale') store.forget(ratingId)
    onDone(end)
  }

  async function submit(input: Pick<CorrectionInput, keyof Draft | 'dwellMs'>) {
    if (locked) return setProblem(t('isLocked'))
    setProblem(t('sending'))
    const answer = await transport.correct(ratingId, { revision, ...input })
    if (answer.ok) return leave('saved')
    setFields(answer.error.fields ?? {})
    setStale(answer.error.code === 'conflict')
    setProblem(t(problemKey(answer.error.code)))
  }

  const keep = useCallback(
    (kept: KeptDraft) => {
      if (!locked) store.keepDraft(ratingId, kept)
    },
    [store, ratingId, locked],
  )
  return {
    start: start.kept,
    problem,
    fields,
    keep,
    submit,
    cancel: () => leave(stale ? 'stale' : 'unchanged'),
  }
}

/** The rating as it stands, or the correction that was begun before this page was left. */
function startOf(rating: OwnRating, store: DeskStore): { kept: KeptDraft; isDraft: boolean } {
  const { scores, comments, cannotJudge } = rating
  const draft = rating.locked ? null : store.draft(rating.ratingId)
  return { kept: draft ?? { draft: { scores, comments, cannotJudge }, dwellMs: 0 }, isDraft: draft !== null }
}

function problemKey(code: string) {
  if (code === 'locked' || code === 'closed') return 'isLocked'
  if (code === 'conflict') return 'conflict'
  if (code === 'invalid') return 'invalid'
  return code === 'unauthenticated' ? 'signedOut' : 'notSent'
}
