import { useTranslations } from 'next-intl'
import type { Act } from '@/components/study/act'
import { possibleActs } from '@/lib/domain/quality/rater-acts'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { isUnsealed } from '@/lib/domain/study/study-state'
import { ActDialog, type RaterActInput } from './act-dialog'
import { ExclusionNumbers, type LookAtExclusion } from './exclusion-numbers'
import { PlanDialog, type PlanInput } from './plan-dialog'
import { NumberList } from './number-list'

/** Whether lots of this rater can still be drawn. */
function mayHaveLots({ state, study }: Fingerprint): boolean {
  return !isUnsealed(study.state) && state !== 'invited' && state !== 'excluded'
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
  const acts = possibleActs(state, study.state).map((word) => (
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
