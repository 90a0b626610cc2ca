import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { LevelStrip } from '@/components/rating/scoring/level-strip'
import { OutputTab } from '@/components/rating/output/output-tab'
import { PromptPane } from '@/components/rating/reading/prompt-pane'
import { PromptPeek } from '@/components/rating/reading/prompt-peek'
import type { DeskView } from '@/components/rating/task-model'
import { Turns } from '@/components/rating/reading/turns'
import { useMedia } from '@/components/rating/use-media'
import { Button } from '@/components/ui/button'
import { openDesk } from '@/lib/domain/rating/desk-state'
import { sheetOf } from '@/lib/domain/rating/draft'
import { shownLabels } from '@/lib/domain/rating/shown-label'
import { Problem } from '@/components/inspect/desk/problem'
import { useHotkeys } from '@/components/inspect/use-hotkeys'
import { completeCells } from './anchor-draft'
import { AnchorForm } from './anchor-form'
import { AnchorKeys } from './anchor-keys'
import { useAnchorDesk, type AnchorDeskProps } from './use-anchor-desk'

/** A task on the desk, to make anchors of: one output at a time, with what experts say of it beside. */
export function AnchorDesk(props: AnchorDeskProps) {
  const t = useTranslations('inspect.anchors')
  const tDesk = useTranslations('desk')
  const locale = useLocale()
  const narrow = useMedia('(max-width: 1000px)')
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const { task, anchors } = props.anchored
  const desk = useAnchorDesk(props)
  const { at, label, draft } = desk
  const labels = shownLabels(task.outputs.length, locale)
  const shown = labels[at.output] ?? label
  const { criteria } = task.rubric
  const model = { task, view, setView }
  const levels = { desk: { ...openDesk(sheetOf(task)), at }, labels, locale }
  useHotkeys({ r: () => setView({ ...view, reference: !view.reference }) })
  return (
    <div data-own-bar className="fixed inset-0 z-10 flex flex-col bg-paper">
      <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-sheet px-4">
        <h2 className="min-w-0 flex-1 truncate text-14">{t('making')}</h2>
        <Button onClick={() => desk.leave(false)}>{t('cancel')}</Button>
        <Button variant="primary" pending={desk.sending} onClick={() => void desk.save()}>
          {t('save')}
        </Button>
      </header>
      <Problem text={desk.problem} />
      <main
        id="main"
        className="min-h-0 flex-1 max-[1000px]:flex max-[1000px]:flex-col max-[1000px]:overflow-y-auto min-[1001px]:grid min-[1001px]:grid-cols-[256px_minmax(0,1fr)_432px] min-[1360px]:grid-cols-[304px_minmax(0,1fr)_464px]"
      >
        {narrow ? <PromptPeek model={model} /> : <PromptPane model={model} />}
        <div className="flex min-h-0 min-w-0 flex-col bg-sheet max-[1000px]:shrink-0 [--under:var(--sheet)]">
          <div
            role="tablist"
            aria-label={tDesk('outputs')}
            className="flex shrink-0 overflow-x-auto border-b border-line"
          >
            {task.outputs.map((output, index) => (
              <OutputTab
                key={output.label}
                label={labels[index] ?? output.label}
                now={index === at.output}
                done={completeCells(draft, output.label, criteria)}
                of={criteria.length}
                cannot={false}
                panel="anchor-output"
                big={false}
                onClick={() => desk.focus(index, 0)}
              />
            ))}
          </div>
          <div
            id="anchor-output"
            key={label}
            role="tabpanel"
            tabIndex={0}
            aria-label={tDesk('textOf', { label: shown })}
            className="more-below min-h-40 flex-1 overflow-y-auto px-4 pt-3 pb-6 text-15 outline-offset-[-2px] max-[1000px]:max-h-[44dvh]"
          >
            <div className="mx-auto max-w-[760px]">
              <Turns turns={task.outputs[at.output]?.turns ?? []} language={task.language} />
            </div>
          </div>
        </div>
        <div className="border-l border-line-strong bg-paper [scrollbar-width:thin] max-[1000px]:shrink-0 max-[1000px]:border-t max-[1000px]:border-l-0 min-[1001px]:overflow-y-auto">
          <AnchorForm
            label={label}
            shown={shown}
            criteria={criteria}
            draft={draft}
            at={at.criterion}
            problems={desk.problemsAt(label)}
            tried={desk.tried}
            onFocus={(criterion) => desk.focus(at.output, criterion)}
            onCell={desk.setCell}
            withdraw={anchors[label] ? desk.withdraw : null}
          />
        </div>
      </main>
      {narrow ? null : <LevelStrip model={levels} />}
      <AnchorKeys scale={criteria[at.criterion]?.scale} several={task.outputs.length > 1} />
    </div>
  )
}
