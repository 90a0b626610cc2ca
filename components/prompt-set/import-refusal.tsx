'use client'

import { useTranslations } from 'next-intl'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemTable } from './problem-table'
import type { ImportRefused } from './upload/imports-api'

type Props = { refusal: ImportRefused['refusal']; onAgain: () => void }

/** The door said no before anything could be looked at. */
export function ImportRefusal({ refusal, onAgain }: Props) {
  const t = useTranslations('import')
  const sentence = useRefusal()
  const problems = refusal.problems ?? []
  const count = refusal.problemCount ?? problems.length
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="stop" title={t('refused')}>
        {sentence(refusal)}
      </Notice>
      {count > 0 ? (
        <ProblemTable title={t('problems.title', { count })} problems={problems} count={count} />
      ) : null}
      <Button className="self-start" onClick={onAgain}>
        {t('again')}
      </Button>
    </div>
  )
}
