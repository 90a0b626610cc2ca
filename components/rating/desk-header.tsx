import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { Progress } from '@/lib/domain/rating/blind-task'

type Props = {
  name: string
  back: { href: string; word: string } | null
  progress: Progress | null
  /** Own pace: seconds a task since the page was opened. */
  pace: number | null
  status: ReactNode
  /** Theme, and what else the page wants in the bar. */
  switches?: ReactNode
  onHelp: (() => void) | null
  /** On a page that has a bar of its own already. */
  inset: boolean
}

/** The desk's own bar: the study, how far, what is saved. */
export function DeskHeader({ name, back, progress, pace, status, switches, onHelp, inset }: Props) {
  const t = useTranslations('desk')
  const Bar = inset ? 'div' : 'header'
  const of = progress ? progress.done + progress.left : 0
  return (
    <Bar className="relative flex h-12 shrink-0 items-center gap-3 border-b border-line bg-sheet px-3 sm:gap-4 sm:px-4">
      {back ? (
        <Link
          href={back.href}
          aria-label={back.word}
          title={back.word}
          className="-ml-1 grid size-7 shrink-0 place-items-center text-16 text-ink-2 no-underline"
        >
          ←
        </Link>
      ) : null}
      <h1 className="min-w-0 truncate text-14 max-[720px]:sr-only">{name}</h1>
      <div className="ml-auto flex shrink-0 items-center gap-3 text-13 text-ink-2 max-[720px]:ml-0 max-[720px]:flex-1 sm:gap-4">
        {pace === null ? null : (
          <span className="border-r border-line pr-4 whitespace-nowrap max-[1024px]:hidden">
            {t('pace', { minutes: Math.floor(pace / 60), seconds: pace % 60 })}
          </span>
        )}
        {of > 0 && progress ? (
          <>
            <span className="whitespace-nowrap max-[720px]:text-15 max-[720px]:font-semibold max-[720px]:text-ink">
              {progress.done} / {of}
            </span>
            <div className="w-40 max-[1024px]:w-24 max-[720px]:absolute max-[720px]:inset-x-0 max-[720px]:-bottom-px max-[720px]:w-auto">
              <ProgressBar value={progress.done} max={of} label={t('progress')} />
            </div>
          </>
        ) : null}
        <span className="max-[720px]:ml-auto">{status}</span>
        <span className="flex items-center">{switches}</span>
        {onHelp ? (
          <button
            type="button"
            aria-label={t('keysTitle')}
            title={t('keysTitle')}
            onClick={onHelp}
            className="size-7 shrink-0 rounded border border-line text-13 text-ink-2 hover:bg-well max-[720px]:hidden"
          >
            ?
          </button>
        ) : null}
      </div>
    </Bar>
  )
}
