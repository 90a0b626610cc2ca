'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportView } from '@/lib/domain/bundle/import-view'
import {
  checkImport,
  confirmImport,
  ImportRefused,
  importView,
  startImport,
  uploadFiles,
} from './imports-api'
import { holdsStudy, labelOf, withStudy, type PickedFile } from './picked-files'

export type Talk =
  | { stage: 'pick' }
  | { stage: 'describe'; files: PickedFile[] }
  | { stage: 'uploading'; sent: number; total: number; elapsedMs: number }
  | { stage: 'view'; view: ImportView; since: number; elapsedMs: number }
  | { stage: 'refused'; refusal: ImportRefused['refusal'] }

const pollMs = 800

/** The conversation of an import: drop → describe where needed → upload → what I see → import → done. */
export function useImport(begun: ImportView | null) {
  const [talk, setTalk] = useState<Talk>(begun ? viewing(begun) : { stage: 'pick' })
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => void (alive.current = false)
  }, [])

  const say = useCallback((next: Talk) => alive.current && setTalk(next), [])
  const refuse = useCallback(
    (error: unknown) => {
      if (!(error instanceof ImportRefused)) throw error
      say({ stage: 'refused', refusal: error.refusal })
    },
    [say],
  )

  useWatch(talk, say, refuse)

  async function send(files: PickedFile[]) {
    const total = files.reduce((sum, { file }) => sum + file.size, 0)
    const since = Date.now()
    const uploading = (sent: number) =>
      say({ stage: 'uploading', sent, total, elapsedMs: Date.now() - since })
    uploading(0)
    const { id } = await startImport(labelOf(files))
    await uploadFiles(id, files, uploading)
    say(viewing(await checkImport(id)))
  }

  return {
    talk,
    pick: (files: PickedFile[]) => {
      if (files.length === 0) return
      const begin = async () => ((await holdsStudy(files)) ? send(files) : say({ stage: 'describe', files }))
      begin().catch(refuse)
    },
    describe: (files: PickedFile[], yaml: string) => void send(withStudy(files, yaml)).catch(refuse),
    confirm: (id: string) => void confirmImport(id).then((view) => say(viewing(view)), refuse),
    restart: () => say({ stage: 'pick' }),
  }
}

/** A view of an import; `since` is when its present state began. */
function viewing(view: ImportView, since = Date.now()): Talk {
  return { stage: 'view', view, since, elapsedMs: Date.now() - since }
}

/** While the worker is at it, asks how far it is. */
function useWatch(talk: Talk, say: (next: Talk) => void, refuse: (error: unknown) => void) {
  const working = talk.stage === 'view' && (talk.view.state === 'checking' || talk.view.state === 'importing')
  useEffect(() => {
    if (!working) return
    const { id, state } = talk.view
    const timer = setTimeout(async () => {
      try {
        const view = await importView(id)
        say(viewing(view, view.state === state ? talk.since : undefined))
      } catch (error) {
        refuse(error)
      }
    }, pollMs)
    return () => clearTimeout(timer)
  }, [working, talk, say, refuse])
}
