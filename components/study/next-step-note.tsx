import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { nextStep, type StudyFacts } from '@/lib/domain/study/next-step'

/** What is next to do, in one sentence, with why. */
export function NextStepNote({ study }: { study: StudyFacts }) {
  const t = useTranslations('study.next')
  const step = nextStep(study)
  const left = study.tasks - study.complete
  return (
    <Notice tone={step === 'resume' || step === 'arbitrate' ? 'notice' : 'info'} title={t(`${step}.short`)}>
      <p>{t(`${step}.why`, { left, raters: study.active, cells: study.needsArbitration })}</p>
    </Notice>
  )
}
