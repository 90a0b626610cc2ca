import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { nextStep, type NextStep, type StudyFacts } from '@/lib/domain/study/next-step'

/** Somebody waits for a person. */
const waits: NextStep[] = ['resume', 'arbitrate', 'inspect', 'answer']

/** What is next to do, in one sentence, with why. */
export function NextStepNote({ study }: { study: StudyFacts }) {
  const t = useTranslations('study.next')
  const step = nextStep(study)
  const left = study.tasks - study.complete
  return (
    <Notice tone={waits.includes(step) ? 'notice' : 'info'} title={t(`${step}.short`)}>
      <p>
        {t(`${step}.why`, {
          left,
          raters: study.active,
          cells: study.needsArbitration,
          lots: study.lots,
          appeals: study.appeals,
        })}
      </p>
    </Notice>
  )
}
