import { useTranslations } from 'next-intl'
import type { Act } from '@/components/study/act'
import type { EnrolmentState, Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { ActDialog, type RaterActInput, type RaterActWord } from './act-dialog'

/** What makes sense in each state; the server decides. */
const possible: Record<EnrolmentState, RaterActWord[]> = {
  invited: [],
  active: ['warn', 'pause', 'recalibrate', 'exclude'],
  calibrating: ['warn', 'exclude'],
  paused: ['warn', 'resume', 'recalibrate', 'exclude'],
  finished: ['exclude'],
  excluded: ['restore'],
}
/** These need a study that is at work. */
const atWork = new Set<RaterActWord>(['warn', 'pause', 'resume', 'recalibrate'])

type Props = { fingerprint: Fingerprint; act: Act<RaterActInput> }

/** What can be done about this rater now, and what each will do in numbers. */
export function RaterActions({ fingerprint, act }: Props) {
  const t = useTranslations('quality.actions')
  const numbers = useNumbers(fingerprint)
  const { rater, state, study } = fingerprint
  const isAtWork = study.state === 'open' || study.state === 'paused'
  return possible[state]
    .filter((word) => isAtWork || !atWork.has(word))
    .map((word) => (
      <ActDialog
        key={word}
        act={act}
        input={{ slug: study.slug, rater, act: word }}
        words={{
          button: t(`${word}.button`),
          title: t(`${word}.title`, { rater }),
          confirm: t(`${word}.confirm`),
          cancel: t('cancel'),
          means: t(`${word}.means`),
          does: t('does'),
          numbers: numbers(word),
          reason: t('reason'),
          reasonHint: t('reasonHint'),
          reasonMissing: t('reasonMissing'),
        }}
      />
    ))
}

function useNumbers({ outlook: { ratings, tasks, cells, raters } }: Fingerprint) {
  const t = useTranslations('quality.actions')
  return (word: RaterActWord): string[] => {
    if (word === 'exclude')
      return [t('stop', { ratings }), t('reopen', { tasks }), t('change', { cells }), t('raters', { raters })]
    if (word === 'restore')
      return [t('countAgain', { ratings }), t('back', { tasks }), t('change', { cells })]
    return [t('keep', { ratings }), t('noChange')]
  }
}
