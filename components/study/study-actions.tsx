import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { nextStep, type StudyFacts } from '@/lib/domain/study/next-step'
import { isUnsealed } from '@/lib/domain/study/study-state'
import { LifeDialog, type LifeAct } from './life-dialog'
import { lifeSteps, type LifeStep } from './life-steps'
import { PublishButton, type PublishActs } from './publish-button'

type Props = {
  slug: string
  study: StudyFacts
  releases: number
  acts: Record<LifeStep, LifeAct> & { publish: PublishActs }
}

/** What can be done with the study in its present state; the step that it waits for is the one primary button. */
export function StudyActions({ slug, study, releases, acts }: Props) {
  const t = useTranslations('study')
  const { state, needsArbitration } = study
  const next = nextStep(study)
  const closed = [
    ...(study.complete < study.tasks ? (['coverage'] as const) : []),
    ...(needsArbitration > 0 ? (['arbitration'] as const) : []),
  ]
  return (
    <>
      <Link href={`/admin/studies/${slug}/preview`} className={buttonClass('plain')}>
        {t('preview.link')}
      </Link>
      {releases > 0 ? (
        <Link href={`/leaderboards/${slug}`} className={buttonClass('plain')}>
          {t('board')}
        </Link>
      ) : null}
      {lifeSteps[state].map((step) => (
        <LifeDialog
          key={step}
          slug={slug}
          step={step}
          next={step === next}
          waiting={study}
          act={acts[step]}
        />
      ))}
      {isUnsealed(state) ? (
        <PublishButton slug={slug} releases={releases} closed={closed} acts={acts.publish} />
      ) : null}
    </>
  )
}
