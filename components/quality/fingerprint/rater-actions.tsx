import { useTranslations } from 'next-intl'
import type { Act } from '@/components/study/act'
import type { EnrolmentState, Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { ActDialog, type RaterActInput, type RaterActWord } from './act-dialog'
import { ExclusionNumbers, type LookAtExclusion } from './exclusion-numbers'
import { PlanDialog, type PlanInput } from './plan-dialog'
import { NumberList } from './number-list'

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

/** Whether lots of this rater can still be drawn. */
function mayHaveLots({ state, study }: Fingerprint): boolean {
  const isBlind = ['open', 'paused', 'closed'].includes(study.state)
  return isBlind && state !== 'invited' && state !== 'excluded'
}

type Props = {
  fingerprint: Fingerprint
  act: Act<RaterActInput>
  look: LookAtExclusion
  setPlan: Act<PlanInput>
}

/** What can be done about this rater now, and what each will do in numbers. */
export function RaterActions({ fingerprint, act, look, setPlan }: Props) {
  const t = useTranslations('quality.actions')
  const { rater, state, study, outlook } = fingerprint
  const isAtWork = study.state === 'open' || study.state === 'paused'
  const acts = possible[state]
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
          reason: t('reason'),
          reasonHint: t('reasonHint'),
          reasonMissing: t('reasonMissing'),
        }}
      >
        {word === 'exclude' || word === 'restore' ? (
          <ExclusionNumbers input={{ slug: study.slug, rater }} word={word} look={look} />
        ) : (
          <NumberList numbers={[t('keep', outlook), t('noChange')]} />
        )}
      </ActDialog>
    ))
  return (
    <>
      {mayHaveLots(fingerprint) ? (
        <PlanDialog slug={study.slug} rater={rater} level={fingerprint.lots.level} set={setPlan} />
      ) : null}
      {acts}
    </>
  )
}
