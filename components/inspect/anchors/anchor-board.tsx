'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { AnchorTask } from '@/lib/domain/quality/views/calibration-view'
import type { AnchorTransport } from '@/components/inspect/transports'
import { useRefused } from '@/components/inspect/use-refused'
import { AnchorDesk } from './anchor-desk'
import { AnchorRow } from './anchor-row'

type PageOfTasks = { cursor: string | null; tasks: AnchorTask[]; next: string | null }
type Props = {
  first: Omit<PageOfTasks, 'cursor'>
  expertRange: number
  transport: AnchorTransport
  /** An opaque word for the inspector, under which drafts are kept on this device. */
  owner: string
}

/** Tasks that are anchors or can be made so; one of them opens on the desk. */
export function AnchorBoard({ first, expertRange, transport, owner }: Props) {
  const t = useTranslations('inspect.anchors')
  const router = useRouter()
  const refused = useRefused()
  const [pages, setPages] = useState<PageOfTasks[]>([{ cursor: null, ...first }])
  const [open, setOpen] = useState<AnchorTask | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const next = pages.at(-1)?.next ?? null
  const opener = useRef<HTMLElement | null>(null)

  function show(task: AnchorTask) {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setOpen(task)
  }

  async function load(cursor: string | null) {
    const answer = await transport.page(cursor)
    setProblem(answer.ok ? null : refused(answer.error))
    if (!answer.ok) return
    const page = { cursor, ...answer.value }
    setPages((now) =>
      now.some((each) => each.cursor === cursor)
        ? now.map((each) => (each.cursor === cursor ? page : each))
        : [...now, page],
    )
  }

  function done(changed: boolean) {
    const at = pages.find(({ tasks }) => tasks.some(({ taskId }) => taskId === open?.taskId))
    setOpen(null)
    // Back to where the keyboard was, once the list can take it again.
    requestAnimationFrame(() => opener.current?.focus())
    if (!changed) return
    router.refresh()
    if (at) void load(at.cursor)
  }

  const tasks = pages.flatMap((page) => page.tasks)
  if (tasks.length === 0) return <EmptyState title={t('noTasks')}>{t('noTasksMeans')}</EmptyState>
  return (
    <>
      {problem ? (
        <Notice tone="stop" className="mb-4">
          {problem}
        </Notice>
      ) : null}
      <ol inert={open !== null} className="border-t border-line">
        {tasks.map((each) => (
          <AnchorRow key={each.taskId} anchored={each} owner={owner} onOpen={() => show(each)} />
        ))}
      </ol>
      {next === null ? null : (
        <Button className="mt-4" onClick={() => void load(next)}>
          {t('more')}
        </Button>
      )}
      {open ? (
        <AnchorDesk
          anchored={open}
          expertRange={expertRange}
          transport={transport}
          owner={owner}
          onDone={done}
        />
      ) : null}
    </>
  )
}
