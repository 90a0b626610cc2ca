import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import type { Appeal } from '@/lib/domain/quality/views/rater-view'
import { When } from '@/components/quality/when'

type Words = { said: string; answered: string; states: Record<Appeal['state'], string> }
type Props = { appeals: Appeal[]; words: Words; form?: (appeal: Appeal) => ReactNode }

/** Appeals with their answers; one that waits has a form where somebody here may answer it. */
export function RaterAppeals({ appeals, words, form }: Props) {
  return (
    <ul className="flex flex-col gap-3">
      {appeals.map((appeal) => (
        <li key={appeal.id} className="border border-line bg-sheet px-4 py-3 text-13">
          <p className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
            {words.said} · <When at={appeal.at} />
            <Tag tone={appeal.state === 'waiting' ? 'accent' : 'plain'}>{words.states[appeal.state]}</Tag>
          </p>
          <p className="mt-1 max-w-prose text-14 wrap-anywhere whitespace-pre-line">{appeal.text}</p>
          {appeal.answer !== null && appeal.answeredAt !== null ? (
            <div className="mt-3 border-l-2 border-line-strong pl-3">
              <p className="text-12 text-ink-3">
                {words.answered} · <When at={appeal.answeredAt} />
              </p>
              <p className="max-w-prose wrap-anywhere whitespace-pre-line">{appeal.answer}</p>
            </div>
          ) : null}
          {appeal.state === 'waiting' ? form?.(appeal) : null}
        </li>
      ))}
    </ul>
  )
}

export function useAppealStates(namespace: 'quality.appeals' | 'quality.sheet'): Words['states'] {
  const t = useTranslations(namespace)
  return { waiting: t('states.waiting'), upheld: t('states.upheld'), declined: t('states.declined') }
}
