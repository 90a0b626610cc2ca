import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { NextBar } from '@/components/inspect/desk/next-bar'
import { ReadingTask } from '@/components/inspect/desk/reading-task'
import { useHotkeys } from '@/components/inspect/use-hotkeys'
import type { InspectedUnit, InspectionTask } from '@/lib/domain/quality/views/lot-view'
import { UnitResult } from './unit-result'

type Props = { unit: InspectionTask; result: InspectedUnit; onNext: () => Promise<void> }

/** A committed inspection: the same frame with the difference in the place of the scores. */
export function ShownUnit({ unit, result, onNext }: Props) {
  const t = useTranslations('inspect.lots')
  const [pending, setPending] = useState(false)
  async function next() {
    if (pending) return
    setPending(true)
    await onNext()
    setPending(false)
  }
  useHotkeys({ enter: () => void next() })
  return (
    <>
      <ReadingTask
        task={unit.task}
        under={() => <UnitResult result={result} criteria={unit.task.rubric.criteria} />}
      />
      <NextBar word={t('next')} pending={pending} onNext={() => void next()}>
        {t('committed')}
      </NextBar>
    </>
  )
}
