import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { NextBar } from '@/components/inspect/desk/next-bar'
import { ReadingTask } from '@/components/inspect/desk/reading-task'
import { ScaleKey } from '@/components/inspect/scale-key'
import { useHotkeys } from '@/components/inspect/use-hotkeys'
import { Notice } from '@/components/ui/notice'
import { causes, type Cause } from '@/lib/domain/quality/arbitration/causes'
import type { DecidedCase } from '@/lib/domain/quality/views/arbitration-view'
import { shownLabels } from '@/lib/domain/rating/shown-label'
import { DecidedCell } from './decided-cell'

type Props = {
  decided: DecidedCase
  onCause: (arbitrationId: string, cause: Cause) => Promise<void>
  onNext: () => Promise<void>
}

/** A decided case: now all scores are shown, cell by cell, and a key names the cause. */
export function DecidedCells({ decided, onCause, onNext }: Props) {
  const t = useTranslations('inspect.arbitration')
  const locale = useLocale()
  const { task } = decided
  const cells = inOrder(decided)
  const firstOpen = cells.findIndex(({ cause }) => cause === null)
  const [at, setAt] = useState(Math.max(0, firstOpen))
  const [pending, setPending] = useState(false)
  const labels = shownLabels(task.outputs.length, locale)

  function name(cause: Cause, index = at) {
    const cell = cells[index]
    if (!cell) return
    void onCause(cell.arbitrationId, cause)
    const next = cells.findIndex((each, place) => place > index && each.cause === null)
    setAt(next === -1 ? index : next)
  }
  async function next() {
    if (pending) return
    setPending(true)
    await onNext()
    setPending(false)
  }
  const step = (by: 1 | -1) => setAt(Math.max(0, Math.min(cells.length - 1, at + by)))
  useHotkeys({
    ...Object.fromEntries(causes.map((cause, index) => [String(index + 1), () => name(cause)])),
    arrowdown: () => step(1),
    arrowup: () => step(-1),
    enter: () => void next(),
  })

  const late = cells.some(({ stands }) => !stands)
  return (
    <>
      {late ? (
        <Notice tone="notice" title={t('late.title')} className="shrink-0">
          {t('late.text')}
        </Notice>
      ) : null}
      <ReadingTask
        task={task}
        under={(label, shown) => (
          <section
            aria-label={t('allScores', { label: shown })}
            className="max-h-[62%] shrink-0 overflow-y-auto border-t border-line-strong bg-paper [scrollbar-width:thin]"
          >
            {cells.map((cell, index) =>
              cell.label === label ? (
                <DecidedCell
                  key={cell.arbitrationId}
                  cell={cell}
                  shown={labels.length > 1 ? shown : null}
                  criterion={task.rubric.criteria.find(({ id }) => id === cell.criterionId)}
                  at={index === at}
                  onFocus={() => setAt(index)}
                  onCause={(cause) => name(cause, index)}
                />
              ) : null,
            )}
          </section>
        )}
      />
      <NextBar word={t('next')} pending={pending} onNext={() => void next()}>
        <ScaleKey
          words={{
            own: t('own'),
            rating: t('firstRatings'),
            ...(cells.some(({ ratings }) => ratings.some(({ extra }) => extra))
              ? { extra: t('extraRatings') }
              : {}),
          }}
        />
        <span className="max-[720px]:hidden">
          <kbd>1</kbd> – <kbd>5</kbd> {t('causeKeys')}
        </span>
        <span className="max-[720px]:hidden">
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keyCell')}
        </span>
        <span className="ml-auto">
          {t('causesLeft', { count: cells.filter(({ cause }) => cause === null).length })}
        </span>
      </NextBar>
    </>
  )
}

/** As they stand on the desk: output by output, in the order of the rubric. */
function inOrder({ task, cells }: DecidedCase): DecidedCase['cells'] {
  const { criteria } = task.rubric
  const place = ({ label, criterionId }: DecidedCase['cells'][number]) =>
    task.outputs.findIndex((output) => output.label === label) * criteria.length +
    criteria.findIndex(({ id }) => id === criterionId)
  return cells.toSorted((a, b) => place(a) - place(b))
}
