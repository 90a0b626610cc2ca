import { useLocale, useTranslations } from 'next-intl'
import { Rendered } from '@/components/rating/reading/rendered'
import { Button } from '@/components/ui/button'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import { shownLabels } from '@/lib/domain/rating/shown-label'
import { UnfinishedAnchors } from './unfinished-anchors'

type Props = { anchored: AnchorTask; owner: string; onOpen: () => void }

/** One task: the beginning of its prompt, which of its outputs are anchors, and the way to the desk. */
export function AnchorRow({ anchored, owner, onOpen }: Props) {
  const t = useTranslations('inspect.anchors')
  const locale = useLocale()
  const { task, anchors } = anchored
  const names = shownLabels(task.outputs.length, locale)
  const made = names.filter((_, index) => anchors[task.outputs[index]?.label ?? ''])
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <div className="overflow-hidden text-15 leading-6 *:line-clamp-2 [&_.read>:not(:first-child)]:hidden">
          <Rendered html={task.prompt.turns[0] ?? ''} language={task.language} />
        </div>
        <p className="mt-1 text-13 text-ink-3">
          {t('outputs', { count: task.outputs.length })}
          {made.length > 0 ? (
            <b className="font-semibold text-ink"> · {t('anchorsAre', { labels: made.join(' ') })}</b>
          ) : null}
          <UnfinishedAnchors owner={owner} taskId={anchored.taskId} />
        </p>
      </div>
      <Button onClick={onOpen}>{t(made.length > 0 ? 'edit' : 'make')}</Button>
    </li>
  )
}
